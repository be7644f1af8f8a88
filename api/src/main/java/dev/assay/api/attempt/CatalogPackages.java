package dev.assay.api.attempt;

import dev.assay.api.catalog.Catalog;
import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The catalog's versions. A version never changes, so what was read once need not be read again. */
@Component
class CatalogPackages implements PinnedPackages {

    private final Catalog catalog;
    private final Map<String, Challenge> challenges = new ConcurrentHashMap<>();
    private final Map<String, Exercise> exercises = new ConcurrentHashMap<>();

    CatalogPackages(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Mono<Challenge> challenge(String version) {
        return Mono.justOrEmpty(challenges.get(version))
                .switchIfEmpty(Mono.defer(() -> catalog.challenge(version))
                        .doOnNext(challenge -> challenges.put(version, challenge)))
                .switchIfEmpty(Mono.error(() -> unknown(version)));
    }

    @Override
    public Mono<Exercise> exercise(String version) {
        return Mono.justOrEmpty(exercises.get(version))
                .switchIfEmpty(Mono.defer(() -> catalog.exercise(version))
                        .doOnNext(exercise -> exercises.put(version, exercise)))
                .switchIfEmpty(Mono.error(() -> unknown(version)));
    }

    private static IllegalStateException unknown(String version) {
        return new IllegalStateException("The store has no package version " + version);
    }
}

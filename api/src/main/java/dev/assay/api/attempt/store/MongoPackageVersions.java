package dev.assay.api.attempt.store;

import dev.assay.api.attempt.PackageVersions;
import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a version as JSON under its hash. A version never changes, so what was read once need not be read again. */
@Repository
class MongoPackageVersions implements PackageVersions {

    private final ReactiveMongoTemplate template;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Challenge> challenges = new ConcurrentHashMap<>();
    private final Map<String, Exercise> exercises = new ConcurrentHashMap<>();

    MongoPackageVersions(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Document("packageVersions")
    record Stored(@Id String version, String json) {}

    @Override
    public Mono<Void> keep(Challenge challenge) {
        return insert(challenge.contentHash(), challenge);
    }

    @Override
    public Mono<Void> keep(Exercise exercise) {
        return insert(exercise.contentHash(), exercise);
    }

    @Override
    public Mono<Challenge> challenge(String version) {
        return Mono.justOrEmpty(challenges.get(version))
                .switchIfEmpty(Mono.defer(() -> read(version, Challenge.class))
                        .doOnNext(challenge -> challenges.put(version, challenge)));
    }

    @Override
    public Mono<Exercise> exercise(String version) {
        return Mono.justOrEmpty(exercises.get(version))
                .switchIfEmpty(Mono.defer(() -> read(version, Exercise.class))
                        .doOnNext(exercise -> exercises.put(version, exercise)));
    }

    private Mono<Void> insert(String version, Object content) {
        return Mono.fromCallable(() -> new Stored(version, json.writeValueAsString(content)))
                .flatMap(template::insert)
                .onErrorResume(DuplicateKeyException.class, kept -> Mono.empty())
                .then();
    }

    private <T> Mono<T> read(String version, Class<T> type) {
        return template.findById(version, Stored.class)
                .map(stored -> json.readValue(stored.json(), type))
                .switchIfEmpty(Mono.error(
                        () -> new IllegalStateException("The package version " + version + " was never kept")));
    }
}

package dev.assay.api.catalog;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import reactor.core.publisher.Mono;

/** Package contents by content hash; nothing is ever changed or removed. */
public interface PackageVersions {

    /** Does nothing when this version is there already. */
    Mono<Void> keep(Challenge challenge);

    Mono<Void> keep(Exercise exercise);

    Mono<Challenge> challenge(String version);

    Mono<Exercise> exercise(String version);
}

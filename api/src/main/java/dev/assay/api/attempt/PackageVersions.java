package dev.assay.api.attempt;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import reactor.core.publisher.Mono;

/**
 * The package versions that attempts began with. A package that is changed in the library later, or taken out of it,
 * stays as it was for them.
 */
public interface PackageVersions {

    Mono<Void> keep(Challenge challenge);

    Mono<Void> keep(Exercise exercise);

    /** Fails when the version was never kept. */
    Mono<Challenge> challenge(String version);

    /** Fails when the version was never kept. */
    Mono<Exercise> exercise(String version);
}

package dev.assay.api.attempt;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import reactor.core.publisher.Mono;

/**
 * The package versions that attempts began with. A package that is changed in the library later, or taken out of it,
 * stays as it was for them.
 */
public interface PinnedPackages {

    /** Fails when there never was such a version. */
    Mono<Challenge> challenge(String version);

    /** Fails when there never was such a version. */
    Mono<Exercise> exercise(String version);
}

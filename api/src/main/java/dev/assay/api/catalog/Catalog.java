package dev.assay.api.catalog;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The packages on offer, and by its version every package that was ever on offer. */
public interface Catalog {

    List<CatalogEntry> entries();

    Optional<CatalogEntry> entry(PackageKind kind, String id);

    /**
     * Without solutions and mutants, which neither a candidate nor the judge needs.
     *
     * @return empty when there never was such a version
     */
    Mono<Challenge> challenge(String version);

    Mono<Exercise> exercise(String version);
}

package dev.assay.api.catalog;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The packages on offer, and by its version every package that was ever on offer. */
public interface Catalog {

    /** The library's, then the organization's own. */
    Flux<CatalogEntry> entries(String organizationId);

    /** Empty when the organization has none with this id. */
    Mono<CatalogEntry> entry(String organizationId, PackageKind kind, String id);

    /** Whether the library has it, which every organization sees. */
    boolean isInLibrary(PackageKind kind, String id);

    /**
     * Without solutions and mutants, which neither a candidate nor the judge needs.
     *
     * @return empty when there never was such a version
     */
    Mono<Challenge> challenge(String version);

    Mono<Exercise> exercise(String version);
}

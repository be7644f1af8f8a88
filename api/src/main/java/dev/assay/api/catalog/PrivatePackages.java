package dev.assay.api.catalog;

import reactor.core.publisher.Flux;

/** The packages that only one organization has on offer, each in its latest version. */
public interface PrivatePackages {

    Flux<CatalogEntry> of(String organizationId);
}

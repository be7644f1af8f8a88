package dev.assay.api.organization;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public interface Organizations {

    Mono<Organization> organization(String id);

    Flux<Organization> all();

    Mono<Organization> add(Organization organization);

    Mono<Void> markReady(String id);
}

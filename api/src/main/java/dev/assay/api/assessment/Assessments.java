package dev.assay.api.assessment;

import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Paging;
import java.util.List;
import reactor.core.publisher.Mono;

public interface Assessments {

    /** Returns the one that was made before with the same key; refuses when that was with another request. */
    Mono<Assessment> add(String organizationId, Assessment assessment, IdempotencyKey.Used key);

    Mono<Assessment> assessment(String organizationId, String id);

    Mono<List<Assessment>> page(String organizationId, Paging paging);
}

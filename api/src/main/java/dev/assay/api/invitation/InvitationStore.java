package dev.assay.api.invitation;

import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Paging;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Every change is one conditional write; an empty answer means that the condition did not hold. */
public interface InvitationStore {

    /** Returns the one that was made before with the same key; refuses when that was with another request. */
    Mono<Invitation> add(Invitation invitation, String secretHash, IdempotencyKey.Used key);

    Mono<Invitation> bySecretHash(String secretHash);

    Mono<Invitation> invitation(String organizationId, String id);

    Mono<List<Invitation>> page(String organizationId, String assessmentId, Paging paging);

    /** While it has no attempt. */
    Mono<Invitation> link(String organizationId, String id, String attemptId);

    /** While it is neither started nor revoked. */
    Mono<Invitation> start(String organizationId, String id, Instant at);

    /** While it is not finished. */
    Mono<Invitation> finish(String organizationId, String id, Instant at);

    /** While it is neither started nor revoked. */
    Mono<Invitation> revoke(String organizationId, String id, Instant at);
}

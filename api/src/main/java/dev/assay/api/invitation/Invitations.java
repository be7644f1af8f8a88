package dev.assay.api.invitation;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** What an attempt needs of its invitation. */
public interface Invitations {

    /**
     * The invitation behind a link that may be used now. Fails with {@code invitation-unknown}, {@code
     * invitation-expired}, {@code invitation-revoked} or, when its attempt is finished, {@code invitation-used}.
     */
    Mono<Invitation> open(String secret);

    Mono<Invitation> invitation(String organizationId, String id);

    /**
     * Gives the invitation its one attempt. Of two at the same time the first wins: the answer's {@code attemptId} is
     * the one that counts.
     */
    Mono<Invitation> linkAttempt(String organizationId, String id, String attemptId);

    /** Fails with {@code invitation-revoked} when it was revoked before. Does nothing the second time. */
    Mono<Invitation> started(String organizationId, String id, Instant at);

    /** Does nothing the second time. */
    Mono<Void> finished(String organizationId, String id, Instant at);
}

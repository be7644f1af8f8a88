package dev.assay.api.attempt;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The invitations as an attempt needs them. */
public interface Links {

    /**
     * What an invitation leads to.
     *
     * @param expiresAt from then on the link starts nothing
     */
    record Link(
            String invitationId,
            String organizationId,
            Attempt.Names names,
            Instant expiresAt,
            AttemptClock clock,
            List<AttemptItem> items) {
        public Link {
            items = List.copyOf(items);
        }
    }

    /**
     * Fails with {@code invitation-unknown}, {@code invitation-expired}, {@code invitation-revoked} or, when its
     * attempt is over, {@code invitation-used}.
     */
    Mono<Link> open(String secret);

    /** Tells the invitation which attempt is its one; may be told more than once. */
    Mono<Void> opened(Attempt attempt);

    /** Asks the invitation before the clock starts; fails with {@code invitation-revoked}. May be asked more than once. */
    Mono<Void> starting(Attempt attempt, Instant at);

    /** May be told more than once. */
    Mono<Void> finished(Attempt attempt);
}

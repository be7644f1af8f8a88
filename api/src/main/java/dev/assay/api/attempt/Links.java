package dev.assay.api.attempt;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The invitations as an attempt needs them. */
public interface Links {

    /**
     * What an invitation leads to, in the present versions of its packages.
     *
     * @param expiresAt from then on the link starts nothing
     */
    record Link(
            String invitationId,
            String organizationId,
            Attempt.Names names,
            Instant expiresAt,
            AttemptClock clock,
            List<Content> contents) {
        public Link {
            contents = List.copyOf(contents);
        }
    }

    sealed interface Content {
        record Coding(Challenge challenge) implements Content {}

        record Design(Exercise exercise) implements Content {}
    }

    /** Fails with {@code invitation-unknown} or {@code invitation-revoked}. */
    Mono<Link> find(String secret);

    /** Tells the invitation where its attempt is; may be told more than once. */
    Mono<Void> report(Attempt attempt);
}

package dev.assay.api.attempt;

import dev.assay.api.access.Tokens;
import dev.assay.api.attempt.Links.Link;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.rest.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Exchanges a link's secret for a token that can do nothing but this attempt. Opening a link starts no clock. */
@Service
public class CandidateSessions {

    private static final Duration LIFETIME = Duration.ofHours(12);

    private final Links links;
    private final Attempts attempts;
    private final Tokens tokens;
    private final Clock clock;

    CandidateSessions(Links links, Attempts attempts, Tokens tokens, Clock clock) {
        this.links = links;
        this.attempts = attempts;
        this.tokens = tokens;
        this.clock = clock;
    }

    public record Opened(Tokens.Token token, Attempt attempt) {}

    public Mono<Opened> open(String secret) {
        return links.open(secret)
                .flatMap(this::attemptOf)
                .map(attempt -> requireNotOver(attempt.at(clock.instant())))
                .map(attempt -> new Opened(token(attempt), attempt));
    }

    private Mono<Attempt> attemptOf(Link link) {
        return attempts.byInvitation(link.invitationId())
                .switchIfEmpty(Mono.defer(() -> attempts.open(newAttempt(link))))
                .flatMap(attempt -> links.opened(attempt).thenReturn(attempt));
    }

    private static Attempt newAttempt(Link link) {
        return Attempt.opened(
                Ids.next(),
                link.organizationId(),
                link.invitationId(),
                link.names(),
                link.expiresAt(),
                link.clock(),
                link.items());
    }

    private static Attempt requireNotOver(Attempt attempt) {
        if (attempt.state() == AttemptState.FINISHED) {
            throw ProblemType.INVITATION_USED.because(
                    "The time of this attempt is over. What was saved has been handed in; there is nothing more to do.");
        }
        return attempt;
    }

    /** Lasts for the whole attempt, so that nobody has to open the link again in the middle of it. */
    private Tokens.Token token(Attempt attempt) {
        Instant expiresAt = clock.instant().plus(attempt.clock().allowance()).plus(LIFETIME);
        return tokens.forCandidate(attempt.organizationId(), attempt.id(), expiresAt);
    }
}

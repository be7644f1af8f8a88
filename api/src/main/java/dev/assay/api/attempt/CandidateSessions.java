package dev.assay.api.attempt;

import dev.assay.api.access.Tokens;
import dev.assay.api.attempt.Links.Content;
import dev.assay.api.attempt.Links.Link;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.rest.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Exchanges a link's secret for a token that can do nothing but this attempt. Opening a link starts no clock. */
@Service
public class CandidateSessions {

    private static final Duration LIFETIME = Duration.ofHours(12);

    private final Links links;
    private final Attempts attempts;
    private final PackageVersions packages;
    private final Tokens tokens;
    private final Clock clock;

    CandidateSessions(Links links, Attempts attempts, PackageVersions packages, Tokens tokens, Clock clock) {
        this.links = links;
        this.attempts = attempts;
        this.packages = packages;
        this.tokens = tokens;
        this.clock = clock;
    }

    public record Opened(Tokens.Token token, Attempt attempt) {}

    public Mono<Opened> open(String secret) {
        return links.find(secret)
                .flatMap(link -> attempts.byInvitation(link.invitationId())
                        .switchIfEmpty(Mono.defer(() -> openFirst(link)))
                        .map(attempt -> usable(attempt.at(clock.instant()), link.expiresAt())))
                .map(attempt -> new Opened(token(attempt), attempt));
    }

    private Mono<Attempt> openFirst(Link link) {
        if (isOver(link.expiresAt())) {
            return Mono.error(ProblemType.INVITATION_EXPIRED.because(
                    "This link ended on " + link.expiresAt() + ". Ask the company for a new one."));
        }
        return Flux.fromIterable(link.contents())
                .concatMap(this::keep)
                .then(Mono.fromSupplier(() -> Attempt.opened(
                        Ids.next(),
                        link.organizationId(),
                        link.invitationId(),
                        link.names(),
                        link.expiresAt(),
                        link.clock(),
                        items(link.contents()))))
                .flatMap(attempts::open)
                .flatMap(attempt -> links.report(attempt).thenReturn(attempt));
    }

    private Attempt usable(Attempt attempt, Instant expiresAt) {
        return switch (attempt.state()) {
            case RUNNING -> attempt;
            case READY -> {
                if (isOver(expiresAt)) {
                    throw ProblemType.INVITATION_EXPIRED.because(
                            "This link ended on " + expiresAt + ". Ask the company for a new one.");
                }
                yield attempt;
            }
            case FINISHED ->
                throw ProblemType.INVITATION_USED.because(
                        "The attempt of this link is over. What was saved has been handed in; nothing more is to be done.");
        };
    }

    private boolean isOver(Instant expiresAt) {
        return !clock.instant().isBefore(expiresAt);
    }

    /** Lasts for the whole attempt, so that nobody has to open the link again in the middle of it. */
    private Tokens.Token token(Attempt attempt) {
        Instant expiresAt = clock.instant().plus(attempt.clock().allowance()).plus(LIFETIME);
        return tokens.forCandidate(attempt.organizationId(), attempt.id(), expiresAt);
    }

    private Mono<Void> keep(Content content) {
        return switch (content) {
            case Content.Coding coding -> packages.keep(coding.challenge());
            case Content.Design design -> packages.keep(design.exercise());
        };
    }

    private static List<AttemptItem> items(List<Content> contents) {
        List<AttemptItem> items = new ArrayList<>();
        for (Content content : contents) {
            String itemId = Integer.toString(items.size() + 1);
            items.add(
                    switch (content) {
                        case Content.Coding(var challenge) ->
                            new AttemptItem(
                                    itemId,
                                    AttemptItem.Kind.CHALLENGE,
                                    challenge.id(),
                                    challenge.contentHash(),
                                    challenge.title(),
                                    challenge.minutes(),
                                    challenge.environments());
                        case Content.Design(var exercise) ->
                            new AttemptItem(
                                    itemId,
                                    AttemptItem.Kind.EXERCISE,
                                    exercise.id(),
                                    exercise.contentHash(),
                                    exercise.title(),
                                    exercise.minutes(),
                                    List.of());
                    });
        }
        return items;
    }
}

package dev.assay.api.testing;

import dev.assay.api.attempt.Attempt;
import dev.assay.api.attempt.Links;
import dev.assay.api.problem.ProblemType;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Links by their secret. */
public final class TestLinks implements Links {

    private final Map<String, Link> links = new ConcurrentHashMap<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final Set<String> finished = ConcurrentHashMap.newKeySet();

    public void add(String secret, Link link) {
        links.put(secret, link);
    }

    public void revoke(String invitationId) {
        revoked.add(invitationId);
    }

    public boolean isFinished(String invitationId) {
        return finished.contains(invitationId);
    }

    @Override
    public Mono<Link> open(String secret) {
        return Mono.justOrEmpty(links.get(secret))
                .switchIfEmpty(Mono.error(() -> ProblemType.INVITATION_UNKNOWN.because("Not known")));
    }

    @Override
    public Mono<Void> opened(Attempt attempt) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> starting(Attempt attempt, Instant at) {
        return revoked.contains(attempt.invitationId())
                ? Mono.error(() -> ProblemType.INVITATION_REVOKED.because("Withdrawn"))
                : Mono.empty();
    }

    @Override
    public Mono<Void> finished(Attempt attempt) {
        return Mono.fromRunnable(() -> finished.add(attempt.invitationId()));
    }
}

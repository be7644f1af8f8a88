package dev.assay.api.attempt;

import dev.assay.api.access.CurrentCandidate;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Starts and ends a candidate's attempt. */
@Service
public class Attempting {

    private final CandidateAttempts candidates;
    private final Attempts attempts;
    private final HandIns handIns;
    private final Links links;
    private final Clock clock;

    Attempting(CandidateAttempts candidates, Attempts attempts, HandIns handIns, Links links, Clock clock) {
        this.candidates = candidates;
        this.attempts = attempts;
        this.handIns = handIns;
        this.links = links;
        this.clock = clock;
    }

    public Mono<Attempt> start(CurrentCandidate candidate) {
        return candidates
                .of(candidate)
                .flatMap(found -> found.state() == AttemptState.READY ? startNow(found) : Mono.just(found));
    }

    /** The invitation is asked first: of a withdrawal and a start at the same time only one can win there. */
    private Mono<Attempt> startNow(Attempt ready) {
        Instant now = clock.instant();
        return Mono.fromSupplier(() -> ready.start(now))
                .flatMap(startable -> links.starting(ready, now))
                .then(Mono.defer(() -> attempts.change(ready.id(), attempt -> attempt.start(now))));
    }

    /** Answers when everything is handed in. */
    public Mono<Attempt> finish(CurrentCandidate candidate) {
        return candidates
                .of(candidate)
                .flatMap(found -> attempts.change(found.id(), attempt -> attempt.handIn(clock.instant())))
                .flatMap(handIns::complete);
    }
}

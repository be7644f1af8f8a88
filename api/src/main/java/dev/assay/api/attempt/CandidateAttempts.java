package dev.assay.api.attempt;

import dev.assay.api.access.CurrentCandidate;
import dev.assay.api.problem.ProblemType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The attempt that a candidate's token is for, and its items. */
@Component
public class CandidateAttempts {

    private final Attempts attempts;

    CandidateAttempts(Attempts attempts) {
        this.attempts = attempts;
    }

    /** An attempt with the item that the candidate asked for. */
    public record WithItem(Attempt attempt, AttemptItem item) {}

    public Mono<Attempt> of(CurrentCandidate candidate) {
        return attempts.byId(candidate.organizationId(), candidate.attemptId())
                .switchIfEmpty(Mono.error(() -> ProblemType.NOT_FOUND.because("This attempt is not kept any more.")));
    }

    public Mono<WithItem> started(CurrentCandidate candidate, String itemId) {
        return of(candidate)
                .map(attempt -> new WithItem(
                        attempt,
                        attempt.item(itemId)
                                .orElseThrow(
                                        () -> ProblemType.NOT_FOUND.because("Your attempt has no item with this id."))))
                .doOnNext(found -> found.attempt().requireStarted());
    }
}

package dev.assay.api.submission;

import dev.assay.api.attempt.Attempt;
import dev.assay.api.attempt.AttemptItem;
import dev.assay.api.attempt.ItemHandIn;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Submits what a candidate left in a coding task when the attempt ended. */
@Component
class CodingHandIn implements ItemHandIn {

    private final Submitting submitting;
    private final Dispatcher dispatcher;

    CodingHandIn(Submitting submitting, Dispatcher dispatcher) {
        this.submitting = submitting;
        this.dispatcher = dispatcher;
    }

    @Override
    public AttemptItem.Kind kind() {
        return AttemptItem.Kind.CHALLENGE;
    }

    @Override
    public Mono<Void> handIn(Attempt attempt, AttemptItem item) {
        return submitting.atTheEnd(attempt, item).doOnSuccess(nothing -> dispatcher.nudge());
    }
}

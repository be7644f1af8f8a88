package dev.assay.api.attempt;

import reactor.core.publisher.Mono;

/**
 * What becomes of one item when its attempt is over. Called at least once for each item, perhaps by two threads at a
 * time and again after a restart: doing it twice must leave one hand-in.
 */
public interface ItemHandIn {

    AttemptItem.Kind kind();

    Mono<Void> handIn(Attempt attempt, AttemptItem item);
}

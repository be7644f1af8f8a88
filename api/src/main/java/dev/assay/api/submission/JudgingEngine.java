package dev.assay.api.submission;

import dev.assay.runner.dispatch.JudgeQueue;
import reactor.core.publisher.Mono;

/** What judges, and whether it can. */
public interface JudgingEngine {

    JudgeQueue queue();

    /** Empty when submissions can be judged now; else one sentence with the remedy. */
    Mono<String> unavailableBecause();
}

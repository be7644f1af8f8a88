package dev.assay.api.submission;

import dev.assay.challenge.Challenge;
import dev.assay.runner.dispatch.JudgeQueue;
import reactor.core.publisher.Mono;

/** What judges, and whether it can. */
public interface JudgingEngine {

    JudgeQueue queue();

    /** Says that a submission will come, so that all is ready for it. Returns at once. */
    void expect(Challenge challenge, String environment);

    /** Empty when submissions can be judged now; else one sentence with the remedy. */
    Mono<String> unavailableBecause();
}

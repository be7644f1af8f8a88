package dev.assay.api.submission;

import dev.assay.api.judging.JudgingService;
import dev.assay.challenge.Challenge;
import dev.assay.runner.dispatch.JudgeQueue;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The runner inside this process. */
@Component
class InProcessEngine implements JudgingEngine {

    private final JudgingService judging;

    InProcessEngine(JudgingService judging) {
        this.judging = judging;
    }

    @Override
    public JudgeQueue queue() {
        return judging.queue();
    }

    @Override
    public void expect(Challenge challenge, String environment) {
        judging.expect(challenge, environment);
    }

    @Override
    public Mono<String> unavailableBecause() {
        return judging.unavailableBecause();
    }
}

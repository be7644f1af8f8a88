package dev.assay.runner.bench;

import dev.assay.runner.LocalRunner;
import dev.assay.runner.RunnerSettings;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Assay itself: in pods made ahead, or on demand. */
final class InPods implements Way {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Subject subject;
    private final LocalRunner runner;
    private final boolean warm;
    private @Nullable Judgement last;

    InPods(Subject subject, RunnerSettings settings, boolean warm) {
        this.subject = subject;
        this.warm = warm;
        this.runner = LocalRunner.start(settings.withWarmMemoryMiB(warm ? settings.warmMemoryMiB() : 0));
    }

    LocalRunner runner() {
        return runner;
    }

    @Override
    public void prepare() {
        if (!warm) {
            return;
        }
        try {
            runner.expect(subject.challenge(), subject.environment().name()).join();
            if (!runner.awaitWarmPods(PATIENCE)) {
                throw new BenchFault("No pod was made ahead within " + PATIENCE.toMinutes() + " minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFault("The benchmark was stopped", e);
        }
    }

    JudgeRequest request() {
        return new JudgeRequest(
                "bench-" + UUID.randomUUID(),
                subject.challenge(),
                subject.environment().name(),
                subject.files(),
                Scope.ALL);
    }

    @Override
    public void judge() {
        Judgement judgement = runner.judge().judge(request(), event -> {});
        requireAccepted(judgement);
        last = judgement;
    }

    static void requireAccepted(Judgement judgement) {
        if (judgement.verdict() != Verdict.ACCEPTED) {
            throw new BenchFault(
                    "A solution was not accepted: " + judgement.verdict() + ", " + judgement.explanation());
        }
    }

    /** Of the last judgement. */
    @Nullable
    Judgement last() {
        return last;
    }

    @Override
    public void clear() {}

    @Override
    public void close() {
        runner.close();
    }
}

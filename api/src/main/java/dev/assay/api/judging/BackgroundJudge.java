package dev.assay.api.judging;

import dev.assay.runner.dispatch.JudgeQueue;
import dev.assay.runner.judging.Judge;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Judges when the queue has nothing else to do, and waits until then: candidates go first. */
public record BackgroundJudge(JudgeQueue queue) implements Judge {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** An interruption ends the waiting with a fault of kind {@code STOPPED}. */
    @Override
    public Judgement judge(JudgeRequest request, Consumer<JudgeEvent> listener) {
        CompletableFuture<Judgement> judged = new CompletableFuture<>();
        try {
            while (!queue.offerIfIdle(request, event -> pass(event, listener, judged))) {
                Thread.sleep(BETWEEN_LOOKS);
            }
            return judged.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return stopped(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A judgement is only ever completed", e);
        }
    }

    private static void pass(JudgeEvent event, Consumer<JudgeEvent> listener, CompletableFuture<Judgement> judged) {
        try {
            listener.accept(event);
        } finally {
            if (event instanceof JudgeEvent.Done done) {
                judged.complete(done.judgement());
            }
        }
    }

    private static Judgement stopped(InterruptedException cause) {
        SandboxFault fault = SandboxFault.stopped(cause);
        return Judgement.faulty(fault.kind(), fault.explanation(), 0);
    }
}

package dev.assay.api.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.testing.TestContent;
import dev.assay.api.testing.TestJudgements;
import dev.assay.runner.dispatch.JudgeQueue;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.sandbox.SandboxFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BackgroundJudgeTest {

    private static final JudgeRequest REQUEST = new JudgeRequest(
            "r",
            TestContent.challenge(),
            "java",
            TestContent.challenge().starters().get("java"),
            Scope.ALL);

    /** Never idle, until somebody says so; then it judges at once. */
    private static final class BusyQueue implements JudgeQueue {

        private final Semaphore asked = new Semaphore(0);
        private volatile boolean idle;

        @Override
        public boolean offer(JudgeRequest request, Consumer<JudgeEvent> listener) {
            throw new AssertionError("This would put it before a candidate");
        }

        @Override
        public boolean offerIfIdle(JudgeRequest request, Consumer<JudgeEvent> listener) {
            asked.release();
            if (idle) {
                listener.accept(new JudgeEvent.Building());
                listener.accept(new JudgeEvent.Done(TestJudgements.accepted()));
            }
            return idle;
        }
    }

    private final BusyQueue queue = new BusyQueue();

    @Test
    void waitsUntilNobodyElseDoes() throws Exception {
        List<JudgeEvent> told = new ArrayList<>();
        CompletableFuture<Judgement> judged =
                CompletableFuture.supplyAsync(() -> new BackgroundJudge(queue).judge(REQUEST, told::add));
        assertThat(queue.asked.tryAcquire(2, 20, TimeUnit.SECONDS)).isTrue();
        assertThat(judged).isNotDone();

        queue.idle = true;

        assertThat(judged.get(20, TimeUnit.SECONDS)).isEqualTo(TestJudgements.accepted());
        assertThat(told).containsExactly(new JudgeEvent.Building(), new JudgeEvent.Done(TestJudgements.accepted()));
    }

    @Test
    void anInterruptionEndsTheWaiting() throws Exception {
        CompletableFuture<Judgement> judged = new CompletableFuture<>();
        Thread waiting = Thread.startVirtualThread(
                () -> judged.complete(new BackgroundJudge(queue).judge(REQUEST, event -> {})));
        assertThat(queue.asked.tryAcquire(20, TimeUnit.SECONDS)).isTrue();

        waiting.interrupt();

        assertThat(judged.get(20, TimeUnit.SECONDS).fault()).isEqualTo(SandboxFault.Kind.STOPPED);
    }
}

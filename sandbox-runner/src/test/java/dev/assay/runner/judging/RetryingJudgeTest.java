package dev.assay.runner.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.SourceFiles;
import dev.assay.runner.Sums;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RetryingJudgeTest {

    private static final Judgement FAULT = Judgement.faulty(SandboxFault.Kind.RUNNER, "It broke", 7);
    private static final Judgement RIGHT = new Judgement(
            Verdict.ACCEPTED, 100, List.of(), List.of(), "", "", "", Timings.only(6), null, ResourceUsage.NONE, null);
    private static final Duration SHORT = Duration.ofMillis(4);

    private final Deque<Judgement> results = new ArrayDeque<>();
    private final List<JudgeEvent> events = new ArrayList<>();

    private final Judge judge = (request, listener) -> {
        listener.accept(new JudgeEvent.Building());
        Judgement judgement = results.removeFirst();
        listener.accept(new JudgeEvent.Done(judgement));
        return judgement;
    };

    @Test
    void triesAFaultOfTheRunnerAgainAndSaysSo() {
        results.addAll(List.of(FAULT, FAULT, RIGHT));

        Judgement judgement = retrying(3, SHORT).judge(request(), events::add);

        assertThat(judgement.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(events)
                .extracting(event -> (Object) event.getClass())
                .containsExactly(
                        JudgeEvent.Building.class,
                        JudgeEvent.Retrying.class,
                        JudgeEvent.Building.class,
                        JudgeEvent.Retrying.class,
                        JudgeEvent.Building.class,
                        JudgeEvent.Done.class);
        assertThat(events.getLast()).isEqualTo(new JudgeEvent.Done(judgement));
        JudgeEvent.Retrying first = (JudgeEvent.Retrying) events.get(1);
        JudgeEvent.Retrying second = (JudgeEvent.Retrying) events.get(3);
        assertThat(first.next()).isEqualTo(2);
        assertThat(first.because()).isEqualTo("It broke");
        assertThat(second.pause()).isGreaterThan(first.pause().multipliedBy(2));
        assertThat(judgement.timings().queued())
                .as("what was lost to faults")
                .isGreaterThanOrEqualTo(first.pause().plus(second.pause()).toMillis());
        assertThat(judgement.timings().total())
                .isEqualTo(judgement.timings().queued() + RIGHT.timings().total());
    }

    @Test
    void givesTheFaultAfterTheLastTry() {
        results.addAll(List.of(FAULT, FAULT, RIGHT));

        Judgement judgement = retrying(2, SHORT).judge(request(), events::add);

        assertThat(judgement.verdict()).isEqualTo(Verdict.JUDGE_ERROR);
        assertThat(events.getLast()).isEqualTo(new JudgeEvent.Done(judgement));
    }

    @Test
    void doesNotTryAgainWhatCannotPass() {
        for (SandboxFault.Kind kind :
                List.of(SandboxFault.Kind.PACKAGE, SandboxFault.Kind.SETTING, SandboxFault.Kind.STOPPED)) {
            results.clear();
            results.addAll(List.of(Judgement.faulty(kind, "It is wrong", 7), RIGHT));

            Judgement judgement = retrying(3, SHORT).judge(request(), events::add);

            assertThat(judgement.verdict()).as(kind.name()).isEqualTo(Verdict.JUDGE_ERROR);
        }
    }

    @Test
    void stopsWaitingWhenItIsClosed() throws Exception {
        results.addAll(List.of(FAULT, RIGHT));
        CountDownLatch waits = new CountDownLatch(1);
        RetryingJudge retrying = retrying(3, Duration.ofDays(1));
        FutureTask<Judgement> task = new FutureTask<>(() -> retrying.judge(request(), event -> {
            if (event instanceof JudgeEvent.Retrying) {
                waits.countDown();
            }
        }));
        Thread.startVirtualThread(task);
        assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();

        retrying.close();

        assertThat(task.get(10, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.JUDGE_ERROR);
        assertThat(retrying.judge(request(), events::add).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    private RetryingJudge retrying(int tries, Duration firstWait) {
        return new RetryingJudge(judge, tries, firstWait, new Random(1));
    }

    private static JudgeRequest request() {
        return new JudgeRequest("r", Sums.challenge(), "node", SourceFiles.empty(), Scope.ALL);
    }
}

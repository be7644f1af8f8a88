package dev.assay.runner.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Companions;
import dev.assay.challenge.ExamData;
import dev.assay.challenge.Form;
import dev.assay.challenge.Level;
import dev.assay.challenge.Limits;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Track;
import dev.assay.runner.judging.Judge;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.ResourceUsage;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Timings;
import dev.assay.runner.judging.Verdict;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InProcessJudgeQueueTest {

    private static final int FAULTS = 3;

    private final Semaphore mayFinish = new Semaphore(0);
    private final BlockingQueue<String> started = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final AtomicInteger atOneTime = new AtomicInteger();
    private final AtomicInteger mostAtOneTime = new AtomicInteger();

    private final Judge judge = (request, listener) -> {
        mostAtOneTime.accumulateAndGet(atOneTime.incrementAndGet(), Math::max);
        started.add(request.id());
        mayFinish.acquireUninterruptibly();
        atOneTime.decrementAndGet();
        Judgement judgement = Judgement.faulty(SandboxFault.Kind.PACKAGE, "x", 5);
        listener.accept(new JudgeEvent.Done(judgement));
        return judgement;
    };

    @Test
    void saysNoWhenItIsFull() throws Exception {
        InProcessJudgeQueue queue = queue(judge, 2, 3);

        for (int i = 0; i < 5; i++) {
            assertThat(queue.offer(request("r" + i), event -> {})).isTrue();
        }
        assertThat(queue.offer(request("too many"), event -> done.add("never"))).isFalse();

        List<String> order = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            if (i == 2) {
                assertThat(started.poll()).as("a third at the same time").isNull();
                mayFinish.release(5);
            }
            order.add(started.poll(5, TimeUnit.SECONDS));
        }
        assertThat(order.subList(0, 2)).containsExactlyInAnyOrder("r0", "r1");
        assertThat(order.subList(2, 5)).containsExactlyInAnyOrder("r2", "r3", "r4");
        assertThat(mostAtOneTime.get()).isLessThanOrEqualTo(2);
        assertThat(started.poll()).isNull();
        assertThat(done).isEmpty();
    }

    @Test
    void whatCanWaitIsTakenOnlyWhenASlotIsFreeAndNobodyWaits() throws Exception {
        InProcessJudgeQueue queue = queue(judge, 2, 3);

        assertThat(queue.offerIfIdle(request("patient"), event -> {})).isTrue();
        queue.offer(request("candidate"), event -> {});
        assertThat(queue.offerIfIdle(request("more"), event -> {})).isFalse();
        mayFinish.release(2);
        assertThat(List.of(started.poll(5, TimeUnit.SECONDS), started.poll(5, TimeUnit.SECONDS)))
                .containsExactlyInAnyOrder("patient", "candidate");
    }

    @Test
    void whatCanWaitIsNotTakenWhileJudgingIsPaused() throws Exception {
        Runner runner = new Runner();
        runner.engineDown = true;
        InProcessJudgeQueue queue = queue(runner, 1, 3);
        failUntilItStops(queue, runner);
        queue.offer(request("candidate"), runner.listener("candidate"));

        assertThat(queue.offerIfIdle(request("patient"), event -> {})).isFalse();

        runner.engineDown = false;
        assertThat(runner.done.poll(5, TimeUnit.SECONDS)).startsWith("candidate");
    }

    @Test
    void tellsHowManyWaitAheadAndHowLongItTook() throws Exception {
        InProcessJudgeQueue queue = queue(judge, 1, 10);
        BlockingQueue<JudgeEvent> events = new LinkedBlockingQueue<>();
        queue.offer(request("a"), event -> {});
        queue.offer(request("b"), event -> {});
        queue.offer(request("c"), events::add);

        assertThat(events.poll(5, TimeUnit.SECONDS)).isEqualTo(new JudgeEvent.Queued(1));
        mayFinish.release(1);
        assertThat(events.poll(5, TimeUnit.SECONDS)).isEqualTo(new JudgeEvent.Queued(0));
        mayFinish.release(2);
        assertThat(events.poll(5, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        JudgeEvent.Done.class,
                        last -> assertThat(last.judgement().timings().total())
                                .isEqualTo(last.judgement().timings().queued() + 5));
    }

    @Test
    void goesOnAfterAListenerAndAJudgeThatFail() throws Exception {
        InProcessJudgeQueue queue = queue(
                (request, listener) -> {
                    if (request.id().equals("bad")) {
                        throw new IllegalStateException("a bug");
                    }
                    if (request.id().equals("worse")) {
                        throw new StackOverflowError();
                    }
                    return judge.judge(request, listener);
                },
                1,
                10);
        mayFinish.release(2);

        queue.offer(request("worse"), event -> {
            if (event instanceof JudgeEvent.Done(Judgement judgement)) {
                done.add(judgement.verdict().name());
            }
        });
        queue.offer(request("bad"), event -> {
            if (event instanceof JudgeEvent.Done(Judgement judgement)) {
                done.add(judgement.verdict().name());
            }
        });
        queue.offer(request("deaf"), event -> {
            throw new IllegalStateException("gone away");
        });
        queue.offer(request("good"), event -> {
            if (event instanceof JudgeEvent.Done) {
                done.add("good");
            }
        });

        assertThat(done.poll(5, TimeUnit.SECONDS)).isEqualTo(Verdict.JUDGE_ERROR.name());
        assertThat(done.poll(5, TimeUnit.SECONDS)).isEqualTo(Verdict.JUDGE_ERROR.name());
        assertThat(done.poll(5, TimeUnit.SECONDS)).isEqualTo("good");
    }

    @Test
    void givesUpThoseThatWaitWhenItIsClosed() throws Exception {
        InProcessJudgeQueue queue = queue(judge, 1, 10);
        queue.offer(request("a"), event -> {});
        queue.offer(request("b"), event -> {
            if (event instanceof JudgeEvent.Done(Judgement judgement)) {
                done.add(judgement.verdict().name());
            }
        });

        queue.close();

        assertThat(done.poll(5, TimeUnit.SECONDS)).isEqualTo(Verdict.JUDGE_ERROR.name());
        assertThat(queue.offer(request("c"), event -> {})).isFalse();
        mayFinish.release(1);
    }

    @Test
    void keepsWhatWaitsWhileTheRunnerIsFaulty() throws Exception {
        Runner runner = new Runner();
        InProcessJudgeQueue queue = queue(runner, 1, 3);
        runner.engineDown = true;
        failUntilItStops(queue, runner);

        for (String id : List.of("c", "d", "e")) {
            assertThat(queue.offer(request(id), runner.listener(id))).isTrue();
            assertThat(runner.held.poll(5, TimeUnit.SECONDS)).isEqualTo(id);
        }
        assertThat(queue.offer(request("too many"), event -> {})).isFalse();
        assertThat(runner.asked.tryAcquire(3, 5, TimeUnit.SECONDS))
                .as("the engine is asked before a judgement is risked")
                .isTrue();
        assertThat(runner.done).isEmpty();
        assertThat(queue.pausedBecause())
                .hasValueSatisfying(reason -> assertThat(reason).contains("The engine is down"));

        runner.engineDown = false;
        for (String id : List.of("c", "d", "e")) {
            assertThat(runner.done.poll(5, TimeUnit.SECONDS)).isEqualTo(id + " COMPILE_ERROR");
        }
        assertThat(queue.pausedBecause()).isEmpty();
    }

    @Test
    void anIdleQueueTakesOneToTryWhenTheCoolDownIsOver() throws Exception {
        Runner runner = new Runner();
        InProcessJudgeQueue queue = queue(runner, 1, 3);
        runner.engineDown = true;
        failUntilItStops(queue, runner);
        runner.engineDown = false;

        while (queue.pausedBecause().isPresent()) {
            Thread.onSpinWait();
        }
        assertThat(runner.breaker.isClosed()).isFalse();
        queue.offer(request("c"), runner.listener("c"));

        assertThat(runner.done.poll(5, TimeUnit.SECONDS)).isEqualTo("c COMPILE_ERROR");
    }

    @Test
    void triesAnotherChallengeFirstThanTheOneThatMayBreakRunners() throws Exception {
        Runner runner = new Runner();
        InProcessJudgeQueue queue = queue(runner, 2, 10);
        runner.breaking = "suspect";
        failUntilItStops(queue, runner);
        runner.engineDown = true;
        queue.offer(request("bad", "suspect"), runner.listener("bad"));
        queue.offer(request("good", "another"), runner.listener("good"));
        runner.asked.drainPermits();
        assertThat(runner.asked.tryAcquire(2, 5, TimeUnit.SECONDS)).isTrue();

        runner.engineDown = false;

        assertThat(runner.done.poll(5, TimeUnit.SECONDS)).isEqualTo("good COMPILE_ERROR");
        assertThat(runner.done.poll(5, TimeUnit.SECONDS)).isEqualTo("bad JUDGE_ERROR");
        assertThat(runner.breaker.isClosed()).isTrue();
    }

    @Test
    void aBrokenPackageDoesNotStopTheRunner() throws Exception {
        Runner runner = new Runner();
        InProcessJudgeQueue queue = queue(runner, 1, 10);
        runner.fault = SandboxFault.Kind.PACKAGE;
        runner.breaking = "c";

        for (int i = 0; i < 3 * FAULTS; i++) {
            queue.offer(request("p" + i), runner.listener("p" + i));
            assertThat(runner.done.poll(5, TimeUnit.SECONDS)).isEqualTo("p" + i + " JUDGE_ERROR");
        }

        assertThat(runner.breaker.isClosed()).isTrue();
    }

    private static InProcessJudgeQueue queue(Judge judge, int slots, int capacity) {
        return new InProcessJudgeQueue(
                judge,
                slots,
                capacity,
                new CircuitBreaker(100, Duration.ofDays(1), Duration.ofDays(1), Clock.systemUTC()),
                Optional::empty);
    }

    private static InProcessJudgeQueue queue(Runner runner, int slots, int capacity) {
        return new InProcessJudgeQueue(runner, slots, capacity, runner.breaker, runner::unusableBecause);
    }

    private static void failUntilItStops(InProcessJudgeQueue queue, Runner runner) throws InterruptedException {
        for (int i = 0; i < FAULTS; i++) {
            assertThat(runner.breaker.isClosed()).isTrue();
            queue.offer(request("f" + i, "suspect"), runner.listener("f" + i));
            assertThat(runner.done.poll(5, TimeUnit.SECONDS)).isEqualTo("f" + i + " JUDGE_ERROR");
        }
        assertThat(runner.breaker.isClosed()).isFalse();
    }

    /** Judges at once, unless something is wrong with it. */
    private static final class Runner implements Judge {

        private final CircuitBreaker breaker =
                new CircuitBreaker(FAULTS, Duration.ofMillis(20), Duration.ofMillis(40), Clock.systemUTC());
        private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> held = new LinkedBlockingQueue<>();
        private final Semaphore asked = new Semaphore(0);
        private volatile boolean engineDown;
        private volatile @Nullable String breaking;
        private volatile SandboxFault.Kind fault = SandboxFault.Kind.RUNNER;

        @Override
        public Judgement judge(JudgeRequest request, Consumer<JudgeEvent> listener) {
            Judgement judgement = judgement(request.challenge().id());
            listener.accept(new JudgeEvent.Done(judgement));
            return judgement;
        }

        private Judgement judgement(String challenge) {
            if (engineDown) {
                return Judgement.faulty(SandboxFault.Kind.RUNNER, "The engine is down", 1);
            }
            if (challenge.equals(breaking)) {
                return Judgement.faulty(fault, "It broke", 1);
            }
            return new Judgement(
                    Verdict.COMPILE_ERROR,
                    0,
                    List.of(),
                    List.of(),
                    "",
                    "",
                    "",
                    Timings.only(1),
                    null,
                    ResourceUsage.NONE,
                    null);
        }

        Optional<String> unusableBecause() {
            asked.release();
            return engineDown ? Optional.of("The engine is down") : Optional.empty();
        }

        Consumer<JudgeEvent> listener(String id) {
            return event -> {
                switch (event) {
                    case JudgeEvent.Done(Judgement judgement) -> done.add(id + " " + judgement.verdict());
                    case JudgeEvent.Held _ -> held.add(id);
                    default -> {}
                }
            };
        }
    }

    private static JudgeRequest request(String id) {
        return request(id, "c");
    }

    private static JudgeRequest request(String id, String challengeId) {
        Challenge challenge = new Challenge(
                challengeId,
                "C",
                List.of(),
                Track.DEVELOPER,
                Level.JUNIOR,
                10,
                List.of("node"),
                new TreeMap<>(),
                Limits.DEFAULT,
                Form.SERVICE,
                Companions.NONE,
                8080,
                "",
                SourceFiles.empty(),
                ExamData.NONE,
                new TreeMap<>(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                "0");
        return new JudgeRequest(id, challenge, "node", SourceFiles.empty(), Scope.ALL);
    }
}

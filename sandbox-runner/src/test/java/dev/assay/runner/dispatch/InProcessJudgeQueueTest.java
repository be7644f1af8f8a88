package dev.assay.runner.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Form;
import dev.assay.challenge.Level;
import dev.assay.challenge.Limits;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Track;
import dev.assay.runner.judging.Judge;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.PodJudge;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InProcessJudgeQueueTest {

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
        Judgement judgement = PodJudge.faulty("x", 5);
        listener.accept(new JudgeEvent.Done(judgement));
        return judgement;
    };

    @Test
    void saysNoWhenItIsFull() throws Exception {
        InProcessJudgeQueue queue = new InProcessJudgeQueue(judge, 2, 3);

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
    void tellsHowManyWaitAheadAndHowLongItTook() throws Exception {
        InProcessJudgeQueue queue = new InProcessJudgeQueue(judge, 1, 10);
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
        InProcessJudgeQueue queue = new InProcessJudgeQueue(
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
        InProcessJudgeQueue queue = new InProcessJudgeQueue(judge, 1, 10);
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

    private static JudgeRequest request(String id) {
        Challenge challenge = new Challenge(
                "c",
                "C",
                List.of(),
                Track.DEVELOPER,
                Level.JUNIOR,
                10,
                List.of("node"),
                new TreeMap<>(),
                Limits.DEFAULT,
                Form.SERVICE,
                List.of(),
                8080,
                "",
                SourceFiles.empty(),
                new TreeMap<>(),
                List.of(),
                List.of(),
                "0");
        return new JudgeRequest(id, challenge, "node", SourceFiles.empty(), Scope.ALL);
    }
}

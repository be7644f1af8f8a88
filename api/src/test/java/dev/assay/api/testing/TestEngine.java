package dev.assay.api.testing;

import dev.assay.api.submission.JudgingEngine;
import dev.assay.challenge.Challenge;
import dev.assay.runner.dispatch.JudgeQueue;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A queue whose judgements a test makes by hand. */
public final class TestEngine implements JudgingEngine, JudgeQueue {

    /** One request that was taken; the test is its judge. */
    public record Taken(JudgeRequest request, Consumer<JudgeEvent> listener) {

        public void tell(JudgeEvent... events) {
            List.of(events).forEach(listener);
        }

        public void judge(Judgement judgement) {
            listener.accept(new JudgeEvent.Done(judgement));
        }
    }

    private final List<String> expected = new CopyOnWriteArrayList<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile int room = Integer.MAX_VALUE;
    private volatile @Nullable String unavailable;

    public void reset() {
        room = Integer.MAX_VALUE;
        unavailable = null;
        taken.clear();
        expected.clear();
    }

    /** The environments of what was said to come, in order. */
    public List<String> expected() {
        return List.copyOf(expected);
    }

    /** How many more requests are taken. */
    public synchronized void room(int requests) {
        room = requests;
    }

    public void unavailable(@Nullable String because) {
        unavailable = because;
    }

    /** How often this submission was taken. */
    public long tries(String submissionId) {
        return taken.stream().filter(one -> isOf(one, submissionId)).count();
    }

    /** Waits until the submission was taken so often, and gives the last one. */
    public Taken await(String submissionId, int tries) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> tries(submissionId) >= tries);
        return taken.stream()
                .filter(one -> isOf(one, submissionId))
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    private static boolean isOf(Taken taken, String submissionId) {
        return taken.request().id().startsWith(submissionId);
    }

    @Override
    public synchronized boolean offer(JudgeRequest request, Consumer<JudgeEvent> listener) {
        if (room == 0) {
            return false;
        }
        room--;
        taken.add(new Taken(request, listener));
        listener.accept(new JudgeEvent.Queued(0));
        return true;
    }

    @Override
    public JudgeQueue queue() {
        return this;
    }

    @Override
    public void expect(Challenge challenge, String environment) {
        expected.add(environment);
    }

    @Override
    public Mono<String> unavailableBecause() {
        return Mono.justOrEmpty(unavailable);
    }
}

package dev.assay.runner.judging;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a judgement again that fell to a fault of ours which may pass, each time in another pod. It waits longer before each
 * try, and not equally long for all that fell to the same fault.
 */
public final class RetryingJudge implements Judge, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RetryingJudge.class);
    private static final int FACTOR = 4;

    private final Judge judge;
    private final int tries;
    private final Duration firstWait;
    private final RandomGenerator random;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param tries the most for one judgement, the first included
     * @param firstWait before the second try; each further wait is four times as long, give or take a quarter
     */
    public RetryingJudge(Judge judge, int tries, Duration firstWait, RandomGenerator random) {
        if (tries < 1) {
            throw new IllegalArgumentException("A judgement needs at least one try, not " + tries);
        }
        this.judge = judge;
        this.tries = tries;
        this.firstWait = firstWait;
        this.random = random;
    }

    @Override
    public Judgement judge(JudgeRequest request, Consumer<JudgeEvent> listener) {
        Consumer<JudgeEvent> untilDone = event -> {
            if (!(event instanceof JudgeEvent.Done)) {
                listener.accept(event);
            }
        };
        long begun = System.nanoTime();
        long lost = 0;
        Judgement judgement = judge.judge(request, untilDone);
        for (int next = 2; next <= tries && judgement.worthAnotherTry() && !isClosed(); next++) {
            Duration wait = waitBefore(next);
            log.info("Judgement {} is tried again in {} ms ({} of {})", request.id(), wait.toMillis(), next, tries);
            listener.accept(new JudgeEvent.Retrying(next, tries, wait, judgement.explanation()));
            if (!pause(wait)) {
                break;
            }
            lost = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            judgement = judge.judge(request, untilDone);
        }
        Judgement last = judgement.after(lost);
        listener.accept(new JudgeEvent.Done(last));
        return last;
    }

    private Duration waitBefore(int next) {
        double factor = Math.pow(FACTOR, next - 2) * random.nextDouble(0.75, 1.25);
        return Duration.ofNanos((long) (firstWait.toNanos() * factor));
    }

    /** False when there is to be no other try. */
    private boolean pause(Duration wait) {
        try {
            return !closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Nothing is tried again from now on; who waits for another try gets the judgement there is. */
    @Override
    public void close() {
        closed.countDown();
    }
}

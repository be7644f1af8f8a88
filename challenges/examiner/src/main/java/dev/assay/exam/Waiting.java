package dev.assay.exam;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for what a service does in its own time, by asking again and again; and, where time itself is the matter, lets it pass.
 *
 * <pre>{@code
 * Waiting.until(Duration.ofSeconds(5), () -> service.get("/jobs/" + id).send(), reply -> reply.status() == 200)
 *         .hasStatus(200)
 *         .field("state")
 *         .isEqualTo("done");
 * }</pre>
 *
 * <p>Give a service twice the time that the statement allows it: the machine may be busy. What an asker itself asserts fails the test
 * at once.
 */
public final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(25);

    private Waiting() {}

    /**
     * Asks until the answer is a wanted one.
     *
     * @param atMost after this time one more question is asked at most
     * @return the wanted answer, or else the last one, for the test to look at
     */
    public static <T> T until(Duration atMost, Supplier<T> question, Predicate<? super T> wanted) {
        long begin = System.nanoTime();
        T answer = question.get();
        while (!wanted.test(answer) && System.nanoTime() - begin < atMost.toNanos()) {
            letPass(PAUSE);
            answer = question.get();
        }
        return answer;
    }

    /**
     * Asks until no assertion in the question fails; when time is over, fails as the last one has.
     *
     * @param atMost after this time one more question is asked at most
     */
    public static <T> T untilPassed(Duration atMost, Supplier<T> question) {
        long begin = System.nanoTime();
        while (true) {
            try {
                return question.get();
            } catch (AssertionError failure) {
                if (System.nanoTime() - begin >= atMost.toNanos()) {
                    throw failure;
                }
            }
            letPass(PAUSE);
        }
    }

    /** Lets a lease, a window or an age end. What can be asked for is awaited instead: a slow machine is late. */
    public static void letPass(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting, because the test took too long", e);
        }
    }
}

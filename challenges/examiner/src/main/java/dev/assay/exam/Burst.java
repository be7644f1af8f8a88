package dev.assay.exam;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Callers that go on until something has happened in their midst. */
final class Burst {
    /** So that the replies fit into the examiner's memory however long it takes. */
    private static final int MOST_CALLS = 20_000;

    /** Before the next call when there was no answer: a refused connection costs nothing and would be tried without end. */
    private static final Duration BREATH = Duration.ofMillis(1);

    private final IntFunction<Call> call;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch underWay;
    private final Map<Integer, Reply> answered = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable RuntimeException> mistake = new AtomicReference<>();

    private Burst(int callers, IntFunction<Call> call) {
        this.call = call;
        this.underWay = new CountDownLatch(callers);
    }

    static SortedMap<Integer, Reply> of(int callers, IntFunction<Call> call, Runnable inTheMidst) {
        Together.requireFew(callers);
        Burst burst = new Burst(callers, call);
        // Closing waits for the callers, whose calls are bounded.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                threads.execute(burst::callOn);
            }
            burst.goThrough(inTheMidst);
        }
        RuntimeException mistake = burst.mistake.get();
        if (mistake != null) {
            throw mistake;
        }
        return new TreeMap<>(burst.answered);
    }

    private void goThrough(Runnable inTheMidst) {
        try {
            underWay.await();
            inTheMidst.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted during a burst of calls, because the test took too long", e);
        } finally {
            over.set(true);
        }
    }

    private void callOn() {
        try {
            for (int number = next.getAndIncrement();
                    number < MOST_CALLS && !over.get();
                    number = next.getAndIncrement()) {
                make(number);
                underWay.countDown();
            }
        } finally {
            underWay.countDown();
        }
    }

    private void make(int number) {
        try {
            answered.put(number, call.apply(number).send());
        } catch (AssertionError unanswered) {
            LockSupport.parkNanos(BREATH.toNanos());
        } catch (RuntimeException inTheExam) {
            mistake.compareAndSet(null, inTheExam);
            over.set(true);
        }
    }
}

package dev.assay.exam;

import java.time.Duration;
import java.util.List;
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
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Callers that go on until something has happened in their midst. */
final class Burst {
    /** So that the replies fit into the examiner's memory however long it takes. */
    private static final int MOST_CALLS = 20_000;

    /** Before the next call when there was no answer: a refused connection costs nothing and would be tried without end. */
    private static final Duration BREATH = Duration.ofMillis(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** What a caller does again and again. */
    private interface Step {
        void take(int caller, int number);
    }

    private final Step step;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch underWay;
    private final AtomicReference<@Nullable RuntimeException> mistake = new AtomicReference<>();
    private final AtomicReference<@Nullable AssertionError> early = new AtomicReference<>();
    private final long begin = System.nanoTime();
    private final double share;
    private volatile boolean inTheMidst;

    private Burst(int callers, Step step) {
        this.step = step;
        this.share = Seed.random().nextDouble();
        this.underWay = new CountDownLatch(callers);
    }

    /** Of calls of which any may stay without an answer; returns the answers. */
    static SortedMap<Integer, Reply> of(int callers, IntFunction<Call> call, Runnable inTheMidst) {
        Map<Integer, Reply> answered = new ConcurrentHashMap<>();
        new Burst(
                        callers,
                        (_, number) -> answered.put(number, call.apply(number).send()))
                .run(callers, inTheMidst);
        return new TreeMap<>(answered);
    }

    /** Of steps that must succeed until the thing in their midst begins. */
    static void of(List<Service> clients, Consumer<Service> step, Runnable inTheMidst) {
        Burst burst = new Burst(clients.size(), (caller, _) -> step.accept(clients.get(caller)));
        burst.run(clients.size(), inTheMidst);
        AssertionError early = burst.early.get();
        if (early != null) {
            throw early;
        }
    }

    private void run(int callers, Runnable midst) {
        Together.requireFew(callers);
        // Closing waits for the callers, whose calls are bounded.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                int caller = i;
                threads.execute(() -> callOn(caller));
            }
            goThrough(midst);
        }
        RuntimeException made = mistake.get();
        if (made != null) {
            throw made;
        }
    }

    private void goThrough(Runnable midst) {
        try {
            underWay.await();
            Thread.sleep(pause(Duration.ofNanos(System.nanoTime() - begin), share));
            inTheMidst = true;
            midst.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted during a burst of calls, because the test took too long", e);
        } finally {
            over.set(true);
        }
    }

    /**
     * How long the callers go on before the thing happens. Callers whose calls take equally long begin and end together, so at the end of
     * one there may be none under way.
     *
     * @param soFar for how long they have called, as many calls as there are callers
     * @param share from 0 to 1
     */
    static Duration pause(Duration soFar, double share) {
        Duration whole = soFar.compareTo(LONGEST_PAUSE) < 0 ? soFar : LONGEST_PAUSE;
        return Duration.ofNanos((long) (whole.toNanos() * share));
    }

    private void callOn(int caller) {
        try {
            for (int number = next.getAndIncrement();
                    number < MOST_CALLS && !over.get();
                    number = next.getAndIncrement()) {
                make(caller, number);
                underWay.countDown();
            }
        } finally {
            underWay.countDown();
        }
    }

    private void make(int caller, int number) {
        try {
            step.take(caller, number);
        } catch (AssertionError unanswered) {
            if (!inTheMidst) {
                early.compareAndSet(null, unanswered);
            }
            LockSupport.parkNanos(BREATH.toNanos());
        } catch (RuntimeException inTheExam) {
            mistake.compareAndSet(null, inTheExam);
            over.set(true);
        }
    }
}

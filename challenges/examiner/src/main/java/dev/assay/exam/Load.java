package dev.assay.exam;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Calls that arrive at a steady rate, as those of independent people do: each is made at its time, whether or not earlier ones have
 * been answered (an open loop). The latency of a call counts from the time at which it was due, and so includes what it waited for
 * others; a service that stalls cannot hide that by keeping callers from calling, which is known as coordinated omission (Gil Tene,
 * "How NOT to Measure Latency").
 *
 * <pre>{@code
 * Latencies latencies = Load.of(i -> service.get("/links/" + codes.get(i % codes.size())), reply -> reply.hasStatus(302))
 *         .perSecond(200)
 *         .lasting(Duration.ofSeconds(1))
 *         .run();
 * }</pre>
 *
 * <p>How fast that was says little, since nobody knows the machine; {@link Reference#compare} says how fast it was beside the
 * reference solution.
 */
public final class Load {
    /** More would use up the examiner's open files; who is more than these waits, and its latency counts on. */
    static final int MOST_AT_ONCE = 128;

    private static final int MOST_PER_SECOND = 2_000;
    private static final int MOST_CALLS = 20_000;

    private final IntFunction<Call> call;
    private final Consumer<Reply> check;
    private final int perSecond;
    private final Duration duration;

    private Load(IntFunction<Call> call, Consumer<Reply> check, int perSecond, Duration duration) {
        this.call = call;
        this.check = check;
        this.perSecond = perSecond;
        this.duration = duration;
        if (perSecond < 1 || perSecond > MOST_PER_SECOND) {
            throw new IllegalArgumentException("From 1 to " + MOST_PER_SECOND + " calls a second, not " + perSecond);
        }
        if (calls() < 1 || calls() > MOST_CALLS) {
            throw new IllegalArgumentException("From 1 to " + MOST_CALLS + " calls in all, not " + calls());
        }
    }

    /**
     * A hundred calls a second for 0.3 seconds, until {@link #perSecond} and {@link #lasting} say otherwise.
     *
     * @param call makes the call with this number, from 0
     * @param check looks at each answer, and fails when it is wrong: {@code reply -> reply.hasStatus(200)}
     */
    public static Load of(IntFunction<Call> call, Consumer<Reply> check) {
        return new Load(call, check, 100, Duration.ofMillis(300));
    }

    public Load perSecond(int calls) {
        return new Load(call, check, calls, duration);
    }

    public Load lasting(Duration time) {
        return new Load(call, check, perSecond, time);
    }

    int calls() {
        return (int) Math.min(Integer.MAX_VALUE, perSecond * duration.toMillis() / 1000);
    }

    /** Makes the calls and waits for the answers; fails the test when one is missing or wrong. */
    public Latencies run() {
        return run(0);
    }

    /** @param lead so many calls come before, at the same rate, and are checked but do not count */
    Latencies run(int lead) {
        return new Running(lead).run();
    }

    private final class Running {
        private final int lead;
        private final long[] nanos;
        private final Semaphore slots = new Semaphore(MOST_AT_ONCE);
        private final AtomicInteger wrong = new AtomicInteger();
        private final AtomicReference<@Nullable AssertionError> failure = new AtomicReference<>();
        private final AtomicReference<@Nullable RuntimeException> mistake = new AtomicReference<>();

        Running(int lead) {
            this.lead = lead;
            this.nanos = new long[lead + calls()];
        }

        Latencies run() {
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            try (threads) {
                sendAll(threads);
            } finally {
                // Closing was interrupted, or there was a fault.
                threads.shutdownNow();
            }
            RuntimeException inTheExam = mistake.get();
            if (inTheExam != null) {
                throw inTheExam;
            }
            AssertionError first = failure.get();
            if (first != null) {
                throw new AssertionError(
                        "Of " + nanos.length + " calls, " + perSecond + " a second, " + wrong + " had no or a wrong"
                                + " answer; the first: " + first.getMessage(),
                        first);
            }
            return Latencies.of(nanos, lead);
        }

        private void sendAll(ExecutorService threads) {
            long start = System.nanoTime();
            for (int i = 0; i < nanos.length; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                    if (Thread.currentThread().isInterrupted()) {
                        threads.shutdownNow();
                        throw new AssertionError("Interrupted under load, because the test took too long");
                    }
                }
                int number = i;
                threads.execute(() -> make(number, due));
            }
        }

        private void make(int number, long due) {
            try {
                slots.acquire();
                try {
                    check.accept(call.apply(number).send());
                    nanos[number] = System.nanoTime() - due;
                } finally {
                    slots.release();
                }
            } catch (AssertionError e) {
                wrong.incrementAndGet();
                failure.compareAndSet(null, e);
            } catch (RuntimeException e) {
                mistake.compareAndSet(null, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

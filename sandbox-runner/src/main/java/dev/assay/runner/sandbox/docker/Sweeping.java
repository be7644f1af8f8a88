package dev.assay.runner.sandbox.docker;

import dev.assay.runner.threads.Threads;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Sweeps now and then, and soon after it was asked to; when something is left, again and again until nothing is. One thread
 * does it, which begins with the first request.
 */
final class Sweeping implements AutoCloseable {

    private final BooleanSupplier sweep;
    private final Duration first;
    private final Duration longest;
    private final Duration period;
    private final Semaphore requests = new Semaphore(0);
    private boolean begun;
    private volatile boolean closed;

    /**
     * @param sweep false when something may be left
     * @param first the wait before it is tried again, doubled each time up to the longest
     * @param period between sweeps that nobody asked for
     */
    Sweeping(BooleanSupplier sweep, Duration first, Duration longest, Duration period) {
        this.sweep = sweep;
        this.first = first;
        this.longest = longest;
        this.period = period;
    }

    /** Returns at once. */
    synchronized void request() {
        if (!begun && !closed) {
            begun = true;
            Threads.start(this::run);
        }
        requests.release();
    }

    private void run() {
        Duration wait = first;
        while (!closed) {
            requests.drainPermits();
            boolean clean = sweep.getAsBoolean();
            Duration next = clean ? period : wait;
            wait = clean ? first : min(wait.multipliedBy(2), longest);
            try {
                var _ = requests.tryAcquire(next.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public void close() {
        closed = true;
        requests.release();
    }
}

package dev.assay.runner.sandbox;

import java.time.Duration;

/** A point on the monotonic clock, which nobody can set. */
public record Deadline(Duration limit, long start) {

    public static Deadline in(Duration limit) {
        return new Deadline(limit, System.nanoTime());
    }

    public Duration used() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    public Duration left() {
        return limit.minus(used());
    }

    public boolean passed() {
        return !left().isPositive();
    }
}

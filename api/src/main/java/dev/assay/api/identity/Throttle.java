package dev.assay.api.identity;

import dev.assay.api.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts attempts per key in a window of time, and refuses more. Kept in memory: a restart forgives. */
final class Throttle {

    private static final int MOST_KEYS = 10_000;

    private final Clock clock;
    private final int mostAttempts;
    private final Duration window;
    private final Map<String, Count> counts = new HashMap<>();

    private record Count(Instant endsAt, int attempts) {}

    Throttle(Clock clock, int mostAttempts, Duration window) {
        this.clock = clock;
        this.mostAttempts = mostAttempts;
        this.window = window;
    }

    /** Counts an attempt before its outcome is known, so that many at once cannot slip through. */
    synchronized void attempt(String key) {
        Instant now = clock.instant();
        if (counts.size() >= MOST_KEYS) {
            counts.values().removeIf(count -> !now.isBefore(count.endsAt()));
        }
        @Nullable Count before = counts.get(key);
        Count count = before == null || !now.isBefore(before.endsAt())
                ? new Count(now.plus(window), 1)
                : new Count(before.endsAt(), before.attempts() + 1);
        if (count.attempts() > mostAttempts) {
            long seconds = Math.max(1, Duration.between(now, count.endsAt()).toSeconds());
            throw ProblemType.TOO_MANY_REQUESTS
                    .because("Too many failed attempts. Try again in " + seconds + " seconds.")
                    .with("retryAfterSeconds", seconds);
        }
        if (before != null || counts.size() < MOST_KEYS) {
            counts.put(key, count);
        }
    }

    /** The attempt was good: what came before is forgiven. */
    synchronized void forgive(String key) {
        counts.remove(key);
    }
}

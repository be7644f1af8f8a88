package dev.assay.challenge.icpc;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How the time limit of a case follows from what the accepted submissions take.
 *
 * @param multiplier of the slowest of them
 * @param given the limit that the package asks for, in seconds; ours is not lower
 */
public record Timing(double multiplier, OptionalDouble given) {

    /** A limit of wall time; below this, starting a runtime on a busy machine would be what is judged. */
    static final int LEAST_SECONDS = 2;

    private static final int FIRST_SECONDS = 20;
    private static final int MOST_SECONDS = 60;

    /** Of a case while nothing is known of the accepted submissions; a limit that the package gives fits in twice. */
    public Duration firstLimit() {
        return Duration.ofSeconds((long) Math.ceil(Math.clamp(2 * given.orElse(0), FIRST_SECONDS, MOST_SECONDS)));
    }

    /** Whole seconds. */
    public Duration limit(Duration slowestAccepted) {
        double wanted = Math.max(slowestAccepted.toMillis() / 1000.0 * multiplier, given.orElse(0));
        return Duration.ofSeconds((long) Math.ceil(Math.clamp(wanted, LEAST_SECONDS, MOST_SECONDS)));
    }
}

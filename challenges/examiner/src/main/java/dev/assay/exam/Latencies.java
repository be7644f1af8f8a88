package dev.assay.exam;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long the answers to the calls of a {@link Load} took, each from the time at which its call was due. */
public final class Latencies {
    private static final int DIGITS = 3;

    private final Histogram micros = new Histogram(DIGITS);

    private Latencies() {}

    static Latencies of(long[] nanos, int from) {
        Latencies latencies = new Latencies();
        for (int i = from; i < nanos.length; i++) {
            latencies.micros.recordValue(Math.max(1, TimeUnit.NANOSECONDS.toMicros(nanos[i])));
        }
        return latencies;
    }

    /** How many answers there were. */
    public long count() {
        return micros.getTotalCount();
    }

    /** Within which time so many per cent of the answers came, such as 99.9; good for three digits. */
    public Duration percentile(double percent) {
        return Duration.of(micros.getValueAtPercentile(percent), ChronoUnit.MICROS);
    }

    /** The longest. */
    public Duration max() {
        return percentile(100);
    }

    @Override
    public String toString() {
        return count() + " answers: half within " + Words.millis(percentile(50)) + ", 95 % within "
                + Words.millis(percentile(95)) + ", all within " + Words.millis(max());
    }
}

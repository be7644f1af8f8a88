package dev.assay.exam;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.opentest4j.TestAbortedException;

/**
 * Measures pairs until it is clear on which side of the limit their ratio lies.
 *
 * <p>It looks after 5, 8 and 11 pairs. When the interval still holds the limit then, the reference solution tells whether that is the
 * machine's doing: when it does not agree with itself, nothing can be said. When it does, the service has made the spread,
 * and the median decides, so that nobody escapes by being fast and slow in turn.
 *
 * <p>Each look may err in 8 of 100 cases at most, and then only about a service whose true ratio is close to the limit.
 */
final class Contest {
    /** What service and reference needed in rounds one after the other, in the same unit. */
    record Pair(double service, double reference) {
        double ratio() {
            return service / reference;
        }
    }

    private static final Set<Integer> LOOKS = Set.of(5, 8, 11);
    private static final int LAST_LOOK = 11;

    /** A reference whose quartiles are further apart does not agree with itself. */
    private static final double NOISY = 1.5;

    private final List<Pair> pairs = new ArrayList<>();

    /** Whether service needs at most so many times what the reference does. */
    boolean isAtMost(double limit, Supplier<Pair> measure) {
        while (true) {
            pairs.add(measure.get());
            if (LOOKS.contains(pairs.size())) {
                Ratio ratio = ratio();
                if (ratio.high() <= limit || ratio.low() > limit) {
                    return ratio.high() <= limit;
                }
                if (pairs.size() == LAST_LOOK) {
                    requireQuietMachine();
                    return ratio.median() <= limit;
                }
            }
        }
    }

    private void requireQuietMachine() {
        double spread =
                Middle.spread(pairs.stream().mapToDouble(Pair::reference).toArray());
        if (spread > NOISY) {
            throw new TestAbortedException(
                    "Nothing can be said on this machine now: the reference solution itself needed"
                            + " more and less in turn, by a factor of " + Words.digits(spread) + "; the ratio was "
                            + ratio());
        }
    }

    Ratio ratio() {
        return Ratio.of(pairs.stream().map(Pair::ratio).toList());
    }

    double service() {
        return middle(pairs.stream().mapToDouble(Pair::service).toArray());
    }

    double reference() {
        return middle(pairs.stream().mapToDouble(Pair::reference).toArray());
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        return Middle.of(values);
    }
}

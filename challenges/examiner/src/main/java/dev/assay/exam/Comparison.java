package dev.assay.exam;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A comparison of the service with the reference solution; {@link #isAtMost} makes it.
 *
 * <p>The two are measured in turn, in pairs of rounds, first the one or first the other as the seed has it; whoever is not measured is
 * stopped as a whole, so neither can disturb the other. The ratio of a pair is free of what the machine did for longer than a pair
 * takes. A round is the {@link Load} once, after five calls that do not count.
 *
 * <p>With the load as it is by default, a clear comparison takes about five seconds, and one that is close twice as much; a test says
 * {@code @Timeout(60)}.
 */
public final class Comparison {
    private enum Side {
        SERVICE,
        REFERENCE
    }

    private final Map<Side, Service> sides = new EnumMap<>(Side.class);
    private final Function<Service, Load> load;
    private final Measure measure;
    private final Map<Side, Load> loads = new EnumMap<>(Side.class);
    private @Nullable Side running = Side.SERVICE;

    Comparison(Service service, Service reference, Function<Service, Load> load, Measure measure) {
        this.load = load;
        this.measure = measure;
        sides.put(Side.SERVICE, service);
        sides.put(Side.REFERENCE, reference);
    }

    /**
     * Compares the latency within which so many per cent of a round's answers come. Without it that is 90: high enough that calls which
     * wait for each other show, and, with the thirty calls of a round, not yet the luck of one call.
     */
    public Comparison percentile(double percent) {
        return by(Measure.percentile(percent));
    }

    /**
     * Compares the processor time that a call costs, by the kernel's account of all processes of the one and the other. It depends
     * less on the neighbours than any latency, and sees no waiting: neither for locks nor for a database, nor the work that
     * is done there.
     */
    public Comparison cpuPerCall() {
        return by(Measure.cpuPerCall());
    }

    private Comparison by(Measure other) {
        return new Comparison(side(Side.SERVICE), side(Side.REFERENCE), load, other);
    }

    /**
     * Fails when the service needs more than so many times what the reference solution does. That is clear when the whole interval is
     * on one side of the limit; until then more pairs are measured, up to a bound. After that the median decides, unless the reference
     * solution's own rounds show that the machine is too noisy to tell: then the test is inconclusive and counts for nobody.
     */
    public Ratio isAtMost(double limit) {
        Contest contest = new Contest();
        boolean kept;
        try {
            prepare(Side.REFERENCE);
            prepare(Side.SERVICE);
            kept = contest.isAtMost(limit, this::pair);
        } finally {
            asBefore();
        }
        if (!kept) {
            throw new AssertionError("The service's " + measure.name() + " is " + contest.ratio()
                    + " times the reference solution's, expected at most " + Words.digits(limit) + "; it was "
                    + shown(contest.service()) + ", the reference solution's " + shown(contest.reference()));
        }
        return contest.ratio();
    }

    /** Once unmeasured: whoever is called for the first time loads and compiles. */
    private void prepare(Side side) {
        Load prepared = turn(side, () -> {
            Load made = load.apply(side(side));
            made.run();
            return made;
        });
        loads.put(side, prepared);
    }

    private Contest.Pair pair() {
        if (Fresh.number(0, 1) == 0) {
            double service = round(Side.SERVICE);
            return new Contest.Pair(service, round(Side.REFERENCE));
        }
        double reference = round(Side.REFERENCE);
        return new Contest.Pair(round(Side.SERVICE), reference);
    }

    private double round(Side side) {
        Load prepared = loads.get(side);
        if (prepared == null) {
            throw new IllegalStateException("Not prepared: " + side);
        }
        return turn(side, () -> measure.of(side(side), prepared));
    }

    private <T> T turn(Side side, Supplier<T> action) {
        letRun(side);
        try {
            return action.get();
        } catch (AssertionError e) {
            if (side == Side.SERVICE || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            throw new TestAbortedException("The reference solution itself failed: " + e.getMessage(), e);
        } finally {
            // So that any connection to the reference that is there while it is stopped is somebody else's.
            side(Side.REFERENCE).dropConnections();
        }
    }

    private void letRun(Side side) {
        if (running != side) {
            Side other = side == Side.SERVICE ? Side.REFERENCE : Side.SERVICE;
            running = null;
            side(other).pause();
            side(side).resume();
            running = side;
        }
    }

    /** Whatever has happened, the reference is stopped and the service runs. */
    private void asBefore() {
        if (running != Side.SERVICE) {
            try {
                side(Side.REFERENCE).pause();
            } finally {
                side(Side.SERVICE).resume();
                running = Side.SERVICE;
            }
        }
    }

    private Service side(Side side) {
        return Objects.requireNonNull(sides.get(side));
    }

    private static String shown(double micros) {
        return Words.millis(Duration.ofNanos((long) (micros * 1000)));
    }
}

package dev.assay.runner.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps a faulty runner from failing all that waits. After so many faults of the runner in a row no judgement is let through
 * until a cool-down is over; then one is, on trial. When that one fails too, the next cool-down is twice as long; when it goes
 * well, all are let through again.
 */
public final class CircuitBreaker {

    /**
     * Lets one judgement through; its end is told with it.
     *
     * @param era a judgement that began in an earlier one says nothing about this one
     */
    record Permit(long era) {}

    private sealed interface State {

        record Closed(int faults) implements State {}

        record Open(Instant until, Duration coolDown, String because) implements State {}

        record OnTrial(Duration coolDown, String because) implements State {}
    }

    private final int faultsInARow;
    private final Duration coolDown;
    private final Duration longestCoolDown;
    private final Clock clock;
    private State state = new State.Closed(0);
    private long era;

    public CircuitBreaker(int faultsInARow, Duration coolDown, Duration longestCoolDown, Clock clock) {
        if (faultsInARow < 1) {
            throw new IllegalArgumentException("At least one fault must be allowed, not " + faultsInARow);
        }
        this.faultsInARow = faultsInARow;
        this.coolDown = coolDown;
        this.longestCoolDown = longestCoolDown;
        this.clock = clock;
    }

    /** For ordinary judgements: as many as ask, and none while the runner is at fault. */
    synchronized Optional<Permit> admit() {
        return state instanceof State.Closed ? Optional.of(new Permit(era)) : Optional.empty();
    }

    /** For the one judgement on trial, when the cool-down is over and no other is on trial. */
    synchronized Optional<Permit> admitOnTrial() {
        if (state instanceof State.Open(Instant until, Duration cool, String because)
                && !clock.instant().isBefore(until)) {
            enter(new State.OnTrial(cool, because));
            return Optional.of(new Permit(era));
        }
        return Optional.empty();
    }

    /** How long no judgement may be tried, zero when one may be; empty when all are let through or one is on trial. */
    synchronized Optional<Duration> coolingFor() {
        return state instanceof State.Open open ? Optional.of(left(open)) : Optional.empty();
    }

    synchronized boolean isClosed() {
        return state instanceof State.Closed;
    }

    /** The runner did what it should. */
    synchronized void succeeded(Permit permit) {
        if (permit.era() != era) {
            return;
        }
        switch (state) {
            case State.Closed _ -> state = new State.Closed(0);
            case State.OnTrial _ -> enter(new State.Closed(0));
            case State.Open _ -> {}
        }
    }

    /** The runner was at fault. */
    synchronized void failed(Permit permit, String because) {
        if (permit.era() != era) {
            return;
        }
        switch (state) {
            case State.Closed(int faults) -> {
                if (faults + 1 < faultsInARow) {
                    state = new State.Closed(faults + 1);
                } else {
                    open(coolDown, because);
                }
            }
            case State.OnTrial(Duration last, String _) -> open(longerThan(last), because);
            case State.Open _ -> {}
        }
    }

    /** It ended without showing whether the runner is well. */
    synchronized void undecided(Permit permit) {
        if (permit.era() == era && state instanceof State.OnTrial(Duration last, String because)) {
            enter(new State.Open(clock.instant(), last, because));
        }
    }

    /** There is no use in trying a judgement yet. */
    synchronized void stillFaulty(String because) {
        if (state instanceof State.Open(Instant _, Duration last, String _)) {
            open(longerThan(last), because);
        }
    }

    /** For people: what keeps judgements back; empty when they are let through. */
    synchronized Optional<String> openBecause() {
        return switch (state) {
            case State.Closed _ -> Optional.empty();
            case State.Open open -> {
                long seconds = (left(open).toMillis() + 999) / 1000;
                yield Optional.of(paused(
                        seconds == 0 ? "one is tried now" : "one is tried in " + seconds + " s", open.because()));
            }
            case State.OnTrial(Duration _, String because) -> Optional.of(paused("one is tried now", because));
        };
    }

    private String paused(String when, String because) {
        return "Judging is paused because judgements fail by faults of this runner; " + when
                + ", and the others wait. The last fault: " + because;
    }

    private void open(Duration cool, String because) {
        enter(new State.Open(clock.instant().plus(cool), cool, because));
    }

    private void enter(State next) {
        state = next;
        era++;
    }

    private Duration longerThan(Duration last) {
        Duration twice = last.multipliedBy(2);
        return twice.compareTo(longestCoolDown) > 0 ? longestCoolDown : twice;
    }

    private Duration left(State.Open open) {
        Duration left = Duration.between(clock.instant(), open.until());
        return left.isNegative() ? Duration.ZERO : left;
    }
}

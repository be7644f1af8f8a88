package dev.assay.api.attempt;

import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A candidate's timed pass through an assessment. Every change returns the changed attempt; a store writes it only
 * over the version it was made from, so of two that race one wins and the other starts anew.
 *
 * @param startBefore when the link ends; a started attempt is not bound by it
 * @param deadline from the start on: when the last edit is taken
 * @param toHandIn items whose hand-in was decided and is not yet known to be stored
 * @param version counts the writes
 */
public record Attempt(
        String id,
        String organizationId,
        String invitationId,
        Names names,
        Instant startBefore,
        AttemptClock clock,
        AttemptState state,
        @Nullable Instant startedAt,
        @Nullable Instant deadline,
        @Nullable Instant finishedAt,
        @Nullable FinishedHow finishedHow,
        List<AttemptItem> items,
        List<String> toHandIn,
        long version) {

    /** What people read; as it was when the link was opened. */
    public record Names(String organizationName, String assessmentTitle, String candidateName, String candidateEmail) {}

    public Attempt {
        items = List.copyOf(items);
        toHandIn = List.copyOf(toHandIn);
    }

    public static Attempt opened(
            String id,
            String organizationId,
            String invitationId,
            Names names,
            Instant startBefore,
            AttemptClock clock,
            List<AttemptItem> items) {
        return new Attempt(
                id,
                organizationId,
                invitationId,
                names,
                startBefore,
                clock,
                AttemptState.READY,
                null,
                null,
                null,
                null,
                items,
                List.of(),
                1);
    }

    /** Starts the clock; an attempt that was started before stays as it is. */
    public Attempt start(Instant now) {
        if (state != AttemptState.READY) {
            return this;
        }
        if (!now.isBefore(startBefore)) {
            throw ProblemType.INVITATION_EXPIRED.because(
                    "The invitation ended before the attempt was started. Ask the company for a new link.");
        }
        return changed(clock, AttemptState.RUNNING, now, now.plus(clock.allowance()), null, null, toHandIn);
    }

    /** Adds time to a running attempt. */
    public Attempt grant(AttemptClock.Grant grant) {
        requireAccepting(grant.at());
        AttemptClock longer = clock.with(grant);
        Instant start = startedAtOrFail();
        return changed(longer, state, start, start.plus(longer.allowance()), null, null, toHandIn);
    }

    /** The candidate's own end. Past the deadline it is the clock's; a finished attempt stays as it is. */
    public Attempt handIn(Instant now) {
        return switch (state) {
            case READY -> throw notStarted();
            case RUNNING -> timeIsUp(now) ? timeUp() : finished(now, FinishedHow.HANDED_IN);
            case FINISHED -> this;
        };
    }

    /** The clock's end: stored as the deadline, however late it was noticed. */
    public Attempt endIfTimeIsUp(Instant now) {
        return timeIsUp(now) ? timeUp() : this;
    }

    public Attempt handedIn(String itemId) {
        List<String> left = new ArrayList<>(toHandIn);
        if (!left.remove(itemId)) {
            return this;
        }
        return changed(clock, state, startedAt, deadline, finishedAt, finishedHow, left);
    }

    /** As a reader sees it at this moment: past the deadline it is over, whether or not that was stored yet. */
    public Attempt at(Instant now) {
        return endIfTimeIsUp(now);
    }

    /** Refuses a change of the candidate's work before the start, from the deadline on and after the end. */
    public void requireAccepting(Instant now) {
        requireStarted();
        if (state == AttemptState.FINISHED || timeIsUp(now)) {
            throw over();
        }
    }

    public void requireStarted() {
        if (state == AttemptState.READY) {
            throw notStarted();
        }
    }

    public Optional<AttemptItem> item(String itemId) {
        return items.stream().filter(item -> item.itemId().equals(itemId)).findFirst();
    }

    /** What a candidate is told who comes after the end. */
    public static ProblemException over() {
        return ProblemType.ATTEMPT_OVER.because(
                "The attempt is over. Everything that was saved before its end has been handed in.");
    }

    private static ProblemException notStarted() {
        return ProblemType.ATTEMPT_NOT_STARTED.because(
                "The attempt has not been started. Start it first; the clock runs from then on.");
    }

    private boolean timeIsUp(Instant now) {
        return state == AttemptState.RUNNING && deadline != null && !now.isBefore(deadline);
    }

    private Attempt timeUp() {
        return finished(startedAtOrFail().plus(clock.allowance()), FinishedHow.TIME_UP);
    }

    private Attempt finished(Instant when, FinishedHow how) {
        List<String> all = items.stream().map(AttemptItem::itemId).toList();
        return changed(clock, AttemptState.FINISHED, startedAt, deadline, when, how, all);
    }

    private Instant startedAtOrFail() {
        if (startedAt == null) {
            throw new IllegalStateException("The attempt " + id + " is " + state + " without a start");
        }
        return startedAt;
    }

    private Attempt changed(
            AttemptClock newClock,
            AttemptState newState,
            @Nullable Instant newStartedAt,
            @Nullable Instant newDeadline,
            @Nullable Instant newFinishedAt,
            @Nullable FinishedHow newFinishedHow,
            List<String> newToHandIn) {
        return new Attempt(
                id,
                organizationId,
                invitationId,
                names,
                startBefore,
                newClock,
                newState,
                newStartedAt,
                newDeadline,
                newFinishedAt,
                newFinishedHow,
                items,
                newToHandIn,
                version + 1);
    }
}

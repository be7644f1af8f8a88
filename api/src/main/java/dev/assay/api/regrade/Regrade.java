package dev.assay.api.regrade;

import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Verdict;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Submissions of finished attempts, judged anew against a newer version of their challenge. Whether these judgements count is
 * one word in this one aggregate, its state: so they begin and cease to count for all candidates at once. The submissions and
 * their own judgements stay as they are.
 *
 * @param title of the challenge
 * @param toVersion content hash of the version that is judged against
 * @param appliedAt when it last began to count; of two that count the later one does
 * @param version counts the writes
 */
public record Regrade(
        String id,
        String organizationId,
        String challengeId,
        String title,
        String toVersion,
        String createdBy,
        Instant createdAt,
        State state,
        @Nullable Instant appliedAt,
        List<Item> items,
        long version) {

    /** A fault of ours is tried again so often before the submission is left as it is. */
    public static final int MAX_FAULTS = 3;

    public enum State {
        /** The preview is being made. */
        JUDGING,
        /** The preview is whole; nothing counts yet. */
        READY,
        APPLIED,
        /** It counted, and does so no longer; it can be applied again. */
        UNDONE,
        DISCARDED
    }

    /** @param score null after a fault of ours */
    public record Outcome(Verdict verdict, @Nullable Integer score) {

        static Outcome of(Judgement judgement) {
            return new Outcome(
                    judgement.verdict(), judgement.verdict() == Verdict.JUDGE_ERROR ? null : judgement.score());
        }
    }

    /**
     * One submission.
     *
     * @param itemId of the attempt
     * @param fromVersion content hash of the version that the attempt began with
     * @param before what counted when the preview was begun
     * @param after null until it is judged, and when it cannot be
     * @param judgementId of the new judgement; null as {@code after}
     * @param left why the submission is left as it is; null when it is not
     */
    public record Item(
            String submissionId,
            String attemptId,
            String itemId,
            String candidateName,
            String fromVersion,
            String environment,
            Outcome before,
            @Nullable Outcome after,
            @Nullable String judgementId,
            @Nullable String left,
            int faults) {

        boolean waits() {
            return after == null && left == null;
        }

        Item judged(String newJudgementId, Outcome outcome) {
            return new Item(
                    submissionId,
                    attemptId,
                    itemId,
                    candidateName,
                    fromVersion,
                    environment,
                    before,
                    outcome,
                    newJudgementId,
                    null,
                    faults);
        }

        Item faulted(@Nullable String because) {
            return new Item(
                    submissionId,
                    attemptId,
                    itemId,
                    candidateName,
                    fromVersion,
                    environment,
                    before,
                    null,
                    null,
                    because,
                    faults + 1);
        }
    }

    public Regrade {
        items = List.copyOf(items);
    }

    public Optional<Item> next() {
        return state == State.JUDGING ? items.stream().filter(Item::waits).findFirst() : Optional.empty();
    }

    public Optional<Item> item(String submissionId) {
        return items.stream()
                .filter(item -> item.submissionId().equals(submissionId))
                .findFirst();
    }

    /** Takes a judgement; the first of a submission stands. With the last one the preview is whole. */
    public Regrade judged(String submissionId, String judgementId, Judgement judgement) {
        return with(submissionId, item -> item.judged(judgementId, Outcome.of(judgement)));
    }

    /** A fault of ours: the submission is tried again, and after many faults, or one of the package, left as it is. */
    public Regrade faulted(String submissionId, Judgement fault) {
        return with(submissionId, item -> {
            boolean last = fault.fault() == SandboxFault.Kind.PACKAGE || item.faults() + 1 >= MAX_FAULTS;
            return item.faulted(last ? fault.explanation() : null);
        });
    }

    /** The submission cannot be judged against this version. */
    public Regrade left(String submissionId, String because) {
        return with(submissionId, item -> item.faulted(because));
    }

    private Regrade with(String submissionId, UnaryOperator<Item> change) {
        if (state != State.JUDGING || item(submissionId).filter(Item::waits).isEmpty()) {
            return this;
        }
        List<Item> changed = items.stream()
                .map(item -> item.submissionId().equals(submissionId) ? change.apply(item) : item)
                .toList();
        boolean whole = changed.stream().noneMatch(Item::waits);
        return changed(whole ? State.READY : State.JUDGING, appliedAt, changed);
    }

    /** Stays as it is when it counts already, or cannot. */
    public Regrade applied(Instant now) {
        return state == State.READY || state == State.UNDONE ? changed(State.APPLIED, now, items) : this;
    }

    public Regrade undone() {
        return state == State.APPLIED ? changed(State.UNDONE, appliedAt, items) : this;
    }

    /** One that ever counted stays, as a part of the history. */
    public Regrade discarded() {
        return state == State.JUDGING || state == State.READY ? changed(State.DISCARDED, null, items) : this;
    }

    private Regrade changed(State newState, @Nullable Instant newAppliedAt, List<Item> newItems) {
        return new Regrade(
                id,
                organizationId,
                challengeId,
                title,
                toVersion,
                createdBy,
                createdAt,
                newState,
                newAppliedAt,
                newItems,
                version + 1);
    }
}

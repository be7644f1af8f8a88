package dev.assay.api.review;

import dev.assay.api.problem.FieldProblem;
import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemType;
import dev.assay.challenge.Rubric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One interviewer's grading of one design answer. What was sent never changes: an amendment is sent after it, with its
 * reason, and all of them stay readable.
 *
 * @param draft what is not sent; null after sending
 * @param sent all that was sent, oldest first; the last one counts
 * @param version counts the writes
 */
public record Review(
        String answerId,
        String organizationId,
        String interviewerId,
        String interviewerName,
        @Nullable Grading draft,
        List<Sent> sent,
        long version) {

    /**
     * @param reason why it was amended; null for the first
     * @param score 0 to 100
     */
    public record Sent(Instant sentAt, @Nullable String reason, Grading grading, int score) {}

    public enum State {
        DRAFT,
        SENT
    }

    public Review {
        sent = List.copyOf(sent);
        if ((draft == null) == sent.isEmpty()) {
            throw new IllegalArgumentException("A review is either a draft or has been sent");
        }
    }

    public static Review begun(
            String answerId,
            String organizationId,
            String interviewerId,
            String interviewerName,
            Grading draft,
            Rubric rubric) {
        requireFits(draft, rubric);
        return new Review(answerId, organizationId, interviewerId, interviewerName, draft, List.of(), 1);
    }

    public State state() {
        return draft != null ? State.DRAFT : State.SENT;
    }

    /** What the interviewer sees as the review's content: the draft, or what was sent last. */
    public Grading grading() {
        return draft != null ? draft : sent.getLast().grading();
    }

    public Optional<Sent> lastSent() {
        return sent.isEmpty() ? Optional.empty() : Optional.of(sent.getLast());
    }

    public Review redraft(Grading grading, Rubric rubric) {
        if (state() == State.SENT) {
            throw ProblemType.REVIEW_SENT.because(
                    "The review has been sent and stays as it is. To correct it, send an amendment with a reason.");
        }
        requireFits(grading, rubric);
        return new Review(answerId, organizationId, interviewerId, interviewerName, grading, List.of(), version + 1);
    }

    public Review send(Rubric rubric, Instant now) {
        if (draft == null) {
            throw ProblemType.REVIEW_SENT.because("The review has been sent before.");
        }
        requireComplete(draft, rubric, List.of());
        Sent first = new Sent(now, null, draft, draft.score(rubric));
        return new Review(answerId, organizationId, interviewerId, interviewerName, null, List.of(first), version + 1);
    }

    public Review amend(String reason, Grading grading, Rubric rubric, Instant now) {
        if (state() == State.DRAFT) {
            throw ProblemType.REVIEW_NOT_SENT.because("The review is a draft. Change the draft, and send it.");
        }
        requireFits(grading, rubric);
        requireComplete(
                grading,
                rubric,
                reason.isBlank() ? List.of(new FieldProblem("reason", "Say why the review is amended.")) : List.of());
        List<Sent> more = new ArrayList<>(sent);
        more.add(new Sent(now, reason, grading, grading.score(rubric)));
        return new Review(answerId, organizationId, interviewerId, interviewerName, null, more, version + 1);
    }

    private static void requireFits(Grading grading, Rubric rubric) {
        Set<String> known = rubric.criteria().stream().map(Rubric.Criterion::id).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (Grading.Rating rating : grading.ratings()) {
            if (!known.contains(rating.criterionId())) {
                throw ProblemType.INVALID.at(
                        "ratings", "has a criterion that the rubric does not have; it has " + known);
            }
            if (!seen.add(rating.criterionId())) {
                throw ProblemType.INVALID.at("ratings." + rating.criterionId(), "is rated twice");
            }
        }
    }

    private static void requireComplete(Grading grading, Rubric rubric, List<FieldProblem> found) {
        List<FieldProblem> missing = new ArrayList<>(found);
        for (Rubric.Criterion criterion : rubric.criteria()) {
            String field = "ratings." + criterion.id();
            Grading.Rating rating =
                    grading.rating(criterion.id()).orElse(new Grading.Rating(criterion.id(), null, "", ""));
            if (rating.level() == null) {
                missing.add(new FieldProblem(field + ".level", "Choose a level for \"" + criterion.title() + "\"."));
            }
            if (rating.evidence().isBlank()) {
                missing.add(new FieldProblem(
                        field + ".evidence", "Say what in the answer shows it for \"" + criterion.title() + "\"."));
            }
            if (rating.comment().isBlank()) {
                missing.add(new FieldProblem(field + ".comment", "Comment on \"" + criterion.title() + "\"."));
            }
        }
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ProblemType.REVIEW_INCOMPLETE,
                    "The review lacks " + missing.size() + (missing.size() == 1 ? " entry." : " entries.")
                            + " Fill in what is listed, then send it.",
                    missing);
        }
    }

    /** The mean of the scores that count, rounded down; empty when none was sent. */
    public static Optional<Integer> meanScore(List<Review> reviews) {
        return reviews.stream()
                .map(review -> review.lastSent().map(Sent::score).orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.teeing(
                        Collectors.counting(),
                        Collectors.summingInt(Integer::intValue),
                        (count, sum) -> count == 0 ? Optional.<Integer>empty() : Optional.of((int) (sum / count))));
    }
}

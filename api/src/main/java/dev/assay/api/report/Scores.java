package dev.assay.api.report;

import dev.assay.api.attempt.AttemptItem;
import dev.assay.api.regrade.CurrentJudgements;
import dev.assay.api.report.Results.Collected;
import dev.assay.api.report.Results.JudgedSubmission;
import dev.assay.api.report.Results.ReviewedAnswer;
import dev.assay.api.review.Review;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Verdict;
import java.util.List;
import java.util.Optional;

/** The numbers of a result. What is not known yet, or was a fault of ours, is empty and never a zero. */
public final class Scores {

    private Scores() {}

    /** The mean over the coding items that have a judgement, rounded down. */
    public static Optional<Integer> coding(Collected result) {
        return mean(result.attempt().items().stream()
                .filter(item -> item.kind() == AttemptItem.Kind.CHALLENGE)
                .flatMap(item -> ofSubmission(result.submissionOf(item.itemId())).stream())
                .toList());
    }

    /** The mean over the answers that have a review the viewer may read, rounded down. */
    public static Optional<Integer> design(Collected result) {
        return mean(result.answers().stream()
                .flatMap(answer -> ofAnswer(answer).stream())
                .toList());
    }

    public static Optional<Integer> ofItem(Collected result, AttemptItem item) {
        return switch (item.kind()) {
            case CHALLENGE -> ofSubmission(result.submissionOf(item.itemId()));
            case EXERCISE -> result.answerOf(item.itemId()).flatMap(Scores::ofAnswer);
        };
    }

    private static Optional<Integer> ofSubmission(Optional<JudgedSubmission> judged) {
        return judged.flatMap(JudgedSubmission::counted)
                .map(CurrentJudgements.Counted::judgement)
                .filter(judgement -> judgement.verdict() != Verdict.JUDGE_ERROR)
                .map(Judgement::score);
    }

    private static Optional<Integer> ofAnswer(ReviewedAnswer answer) {
        return Review.meanScore(answer.visible());
    }

    private static Optional<Integer> mean(List<Integer> scores) {
        return scores.isEmpty()
                ? Optional.empty()
                : Optional.of(scores.stream().mapToInt(Integer::intValue).sum() / scores.size());
    }
}

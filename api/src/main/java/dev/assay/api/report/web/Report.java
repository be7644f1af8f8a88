package dev.assay.api.report.web;

import dev.assay.api.attempt.Attempt;
import dev.assay.api.attempt.AttemptItem;
import dev.assay.api.attempt.AttemptState;
import dev.assay.api.attempt.FinishedHow;
import dev.assay.api.exercise.Answer;
import dev.assay.api.regrade.CurrentJudgements;
import dev.assay.api.regrade.Regrade;
import dev.assay.api.report.Results;
import dev.assay.api.report.Results.JudgedSubmission;
import dev.assay.api.report.Results.ReviewedAnswer;
import dev.assay.api.report.Scores;
import dev.assay.api.review.ReviewView;
import dev.assay.api.submission.Submission;
import dev.assay.challenge.Rubric;
import dev.assay.runner.judging.Judgement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All of one attempt, for the company. */
record Report(
        String attemptId,
        String candidateName,
        String candidateEmail,
        String assessmentTitle,
        AttemptState state,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable FinishedHow finishedHow,
        @Nullable Integer codingScore,
        @Nullable Integer designScore,
        int reviewsSent,
        List<ReportItem> items) {

    /**
     * @param submission the one that counts
     * @param reviewsHidden the viewer is an interviewer, and reads the others' reviews after sending one
     */
    record ReportItem(
            String itemId,
            AttemptItem.Kind kind,
            String title,
            @Nullable Integer score,
            @Nullable ReportSubmission submission,
            int submissionsCount,
            @Nullable List<Answer.Section> answer,
            @Nullable List<ReportCriterion> criteria,
            @Nullable List<ReviewView> reviews,
            boolean reviewsHidden) {}

    /** What a review's ratings refer to by its id. */
    record ReportCriterion(String id, String title, int weight) {
        static ReportCriterion of(Rubric.Criterion criterion) {
            return new ReportCriterion(criterion.id(), criterion.title(), criterion.weight());
        }
    }

    /**
     * @param judgement that counts, with every test and message; null while it is being judged
     * @param packageVersion content hash of the challenge's version that it was judged against
     * @param regrade by which it counts; null when it is the submission's own
     */
    record ReportSubmission(
            String id,
            String environment,
            String contentHash,
            Instant createdAt,
            List<ReportFile> files,
            @Nullable Judgement judgement,
            String packageVersion,
            @Nullable ReportRegrade regrade) {}

    /** @param before what counted before */
    record ReportRegrade(String regradeId, Instant appliedAt, Regrade.Outcome before) {

        static ReportRegrade of(CurrentJudgements.AppliedRegrade regrade) {
            return new ReportRegrade(regrade.regradeId(), regrade.appliedAt(), regrade.before());
        }
    }

    record ReportFile(String path, String text) {}

    static Report of(Results.Collected collected, Map<String, Rubric> rubrics) {
        Result result = Result.of(collected);
        Attempt attempt = collected.attempt();
        return new Report(
                result.attemptId(),
                result.candidateName(),
                result.candidateEmail(),
                result.assessmentTitle(),
                result.state(),
                result.startedAt(),
                result.finishedAt(),
                attempt.finishedHow(),
                result.codingScore(),
                result.designScore(),
                result.reviewsSent(),
                attempt.items().stream()
                        .map(item -> item(collected, item, rubrics))
                        .toList());
    }

    private static ReportItem item(Results.Collected collected, AttemptItem item, Map<String, Rubric> rubrics) {
        Optional<JudgedSubmission> judged = collected.submissionOf(item.itemId());
        Optional<ReviewedAnswer> answer = collected.answerOf(item.itemId());
        return new ReportItem(
                item.itemId(),
                item.kind(),
                item.title(),
                Scores.ofItem(collected, item).orElse(null),
                judged.map(Report::submission).orElse(null),
                judged.map(JudgedSubmission::made).orElse(0),
                answer.map(reviewed -> reviewed.answer().sections()).orElse(null),
                Optional.ofNullable(rubrics.get(item.itemId()))
                        .map(rubric -> rubric.criteria().stream()
                                .map(ReportCriterion::of)
                                .toList())
                        .orElse(null),
                answer.map(reviewed ->
                                reviewed.visible().stream().map(ReviewView::of).toList())
                        .orElse(null),
                answer.map(ReviewedAnswer::hidden).orElse(false));
    }

    private static ReportSubmission submission(JudgedSubmission judged) {
        Submission submission = judged.submission();
        Optional<CurrentJudgements.Counted> counted = judged.counted();
        return new ReportSubmission(
                submission.id(),
                submission.environment(),
                submission.contentHash(),
                submission.createdAt(),
                submission.files().files().entrySet().stream()
                        .map(file -> new ReportFile(file.getKey(), file.getValue()))
                        .toList(),
                counted.map(CurrentJudgements.Counted::judgement).orElse(null),
                counted.map(CurrentJudgements.Counted::packageVersion).orElse(submission.packageVersion()),
                counted.map(CurrentJudgements.Counted::regrade)
                        .map(ReportRegrade::of)
                        .orElse(null));
    }
}

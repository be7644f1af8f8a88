package dev.assay.api.submission.web;

import dev.assay.api.submission.Submission;
import dev.assay.runner.judging.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A submission as its candidate sees it. */
record SubmissionView(
        String id,
        String itemId,
        Scope scope,
        String environment,
        String contentHash,
        Instant createdAt,
        SubmissionState state,
        @Nullable CandidateJudgement judgement) {

    enum SubmissionState {
        WAITING,
        JUDGING,
        JUDGED
    }

    static SubmissionView of(Submission submission, boolean judging) {
        return new SubmissionView(
                submission.id(),
                submission.itemId(),
                submission.scope(),
                submission.environment(),
                submission.contentHash(),
                submission.createdAt(),
                state(submission, judging),
                submission
                        .judgement()
                        .map(judgement -> CandidateJudgement.of(judgement, submission.scope()))
                        .orElse(null));
    }

    private static SubmissionState state(Submission submission, boolean judging) {
        if (!submission.waits()) {
            return SubmissionState.JUDGED;
        }
        return judging ? SubmissionState.JUDGING : SubmissionState.WAITING;
    }
}

package dev.assay.api.report.web;

import dev.assay.api.attempt.Attempt;
import dev.assay.api.attempt.AttemptState;
import dev.assay.api.report.Results;
import dev.assay.api.report.Scores;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the company's list. */
record Result(
        String attemptId,
        String candidateName,
        String candidateEmail,
        String assessmentTitle,
        AttemptState state,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Integer codingScore,
        @Nullable Integer designScore,
        int reviewsSent) {

    static Result of(Results.Collected collected) {
        Attempt attempt = collected.attempt();
        return new Result(
                attempt.id(),
                attempt.names().candidateName(),
                attempt.names().candidateEmail(),
                attempt.names().assessmentTitle(),
                attempt.state(),
                attempt.startedAt(),
                attempt.finishedAt(),
                Scores.coding(collected).orElse(null),
                Scores.design(collected).orElse(null),
                collected.answers().stream()
                        .mapToInt(Results.ReviewedAnswer::sent)
                        .sum());
    }
}

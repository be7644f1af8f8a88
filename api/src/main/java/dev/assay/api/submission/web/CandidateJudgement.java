package dev.assay.api.submission.web;

import dev.assay.runner.judging.CategoryScore;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate may know of a judgement. Of a submission that is nothing the service under test could have written
 * after it saw a hidden request: no message, no output, no exact time, and no explanation but by the verdict.
 *
 * @param tests the visible ones
 * @param totalMillis rounded to 100
 */
record CandidateJudgement(
        Verdict verdict,
        int score,
        String explanation,
        List<CategoryScore> categories,
        List<CandidateTest> tests,
        String buildLog,
        @Nullable String serviceLog,
        long totalMillis) {

    private static final long COARSE_MILLIS = 100;

    record CandidateTest(
            String name,
            String title,
            String category,
            TestResult.Status status,
            @Nullable String message) {}

    static CandidateJudgement of(Judgement judgement, Scope scope) {
        boolean trial = scope == Scope.VISIBLE;
        return new CandidateJudgement(
                judgement.verdict(),
                judgement.score(),
                isTold(judgement, trial) ? judgement.explanation() : explain(judgement.verdict()),
                judgement.categories(),
                judgement.tests().stream()
                        .filter(TestResult::visible)
                        .map(test -> new CandidateTest(
                                test.name(),
                                test.title(),
                                test.category(),
                                test.status(),
                                trial ? test.message() : null))
                        .toList(),
                judgement.buildLog(),
                trial ? judgement.serviceLog() : null,
                Math.round((double) judgement.timings().total() / COARSE_MILLIS) * COARSE_MILLIS);
    }

    /**
     * Before the exam the service has seen nothing, so the explanation can be told as it is. What went wrong on our side never is: it
     * may name what is in the package.
     */
    private static boolean isTold(Judgement judgement, boolean trial) {
        return judgement.verdict() != Verdict.JUDGE_ERROR && (trial || !examined(judgement));
    }

    private static boolean examined(Judgement judgement) {
        return judgement.timings().exam() > 0
                || judgement.tests().stream().anyMatch(test -> test.status() != TestResult.Status.NOT_RUN);
    }

    private static String explain(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "Every test passed.";
            case PARTIAL -> "Some tests passed; the categories show how many.";
            case REJECTED -> "No test passed.";
            case COMPILE_ERROR -> "The code could not be built; the build log shows why.";
            case NOT_READY -> "The service did not answer on its port in time.";
            case RUN_TIME_ERROR -> "The service ended by itself during the exam.";
            case TIME_LIMIT -> "The service used more time than the task allows.";
            case MEMORY_LIMIT -> "The service used more memory than the task allows.";
            case OUTPUT_LIMIT -> "The service printed more than the task allows.";
            case JUDGE_ERROR -> "Judging failed on our side. This is not charged to you.";
        };
    }
}

package dev.assay.runner.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assay.challenge.Challenge;
import dev.assay.runner.judging.CategoryScore;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.ResourceUsage;
import dev.assay.runner.judging.Seed;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Timings;
import dev.assay.runner.judging.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code judge --json} prints; other programs read it, so names are only added. */
record JudgeReport(
        @JsonProperty("package") String packageId,
        String environment,
        Verdict verdict,
        int score,
        String explanation,
        List<CategoryScore> categories,
        List<Test> tests,
        Timings timings,
        String buildLog,
        String serviceLog,
        ResourceUsage usage,
        @Nullable String seed) {

    record Test(
            String name,
            String title,
            String category,
            boolean visible,
            int weight,
            TestResult.Status status,
            long millis,
            String message) {}

    static JudgeReport of(Challenge challenge, String environment, Judgement judgement) {
        List<Test> tests = judgement.tests().stream()
                .map(test -> new Test(
                        test.name(),
                        test.title(),
                        test.category(),
                        test.visible(),
                        test.weight(),
                        test.status(),
                        test.millis(),
                        test.message()))
                .toList();
        Seed seed = judgement.seed();
        return new JudgeReport(
                challenge.id(),
                environment,
                judgement.verdict(),
                judgement.score(),
                judgement.explanation(),
                judgement.categories(),
                tests,
                judgement.timings(),
                judgement.buildLog(),
                judgement.serviceLog(),
                judgement.usage(),
                seed == null ? null : seed.value());
    }
}

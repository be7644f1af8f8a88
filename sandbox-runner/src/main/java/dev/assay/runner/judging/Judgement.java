package dev.assay.runner.judging;

import java.util.List;

/**
 * One immutable result of judging one submission.
 *
 * @param score 0 to 100; 100 only when accepted
 * @param explanation one sentence for people: what the verdict rests on, with the limit and what was used
 * @param buildLog what the build printed, cut to the output limit
 * @param serviceLog what the service printed, cut; only for {@link Scope#VISIBLE} may the candidate see it
 */
public record Judgement(
        Verdict verdict,
        int score,
        List<CategoryScore> categories,
        List<TestResult> tests,
        String explanation,
        String buildLog,
        String serviceLog,
        Timings timings) {
    public Judgement {
        if (score < 0 || score > 100 || (score == 100) != (verdict == Verdict.ACCEPTED)) {
            throw new IllegalArgumentException("The score " + score + " does not fit the verdict " + verdict);
        }
        categories = List.copyOf(categories);
        tests = List.copyOf(tests);
    }
}

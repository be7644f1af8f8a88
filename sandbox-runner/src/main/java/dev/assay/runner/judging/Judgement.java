package dev.assay.runner.judging;

import dev.assay.runner.sandbox.SandboxFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One immutable result of judging one submission.
 *
 * @param score 0 to 100; 100 only when accepted
 * @param explanation one sentence for people: what the verdict rests on, with the limit and what was used
 * @param buildLog what the build printed, cut to the output limit
 * @param serviceLog what the service printed, cut; only for {@link Scope#VISIBLE} may the candidate see it
 * @param fault what is at fault when it is ours; else null
 * @param usage what build and service have used
 * @param seed what the exam's values were drawn from; null when there was no exam, or when it was stored before seeds were
 */
public record Judgement(
        Verdict verdict,
        int score,
        List<CategoryScore> categories,
        List<TestResult> tests,
        String explanation,
        String buildLog,
        String serviceLog,
        Timings timings,
        SandboxFault.@Nullable Kind fault,
        ResourceUsage usage,
        @Nullable Seed seed) {
    public Judgement {
        if (score < 0 || score > 100 || (score == 100) != (verdict == Verdict.ACCEPTED)) {
            throw new IllegalArgumentException("The score " + score + " does not fit the verdict " + verdict);
        }
        if (fault != null && verdict != Verdict.JUDGE_ERROR) {
            throw new IllegalArgumentException("A fault of ours has the verdict " + verdict);
        }
        if (fault == null && verdict == Verdict.JUDGE_ERROR) {
            // Judgements that were stored before faults had kinds.
            fault = SandboxFault.Kind.RUNNER;
        }
        if (usage == null) {
            // Judgements that were stored before usage was told.
            usage = ResourceUsage.NONE;
        }
        categories = List.copyOf(categories);
        tests = List.copyOf(tests);
    }

    /** The judgement for a fault of ours. */
    public static Judgement faulty(SandboxFault.Kind kind, String explanation, long totalMillis) {
        return new Judgement(
                Verdict.JUDGE_ERROR,
                0,
                List.of(),
                List.of(),
                explanation,
                "",
                "",
                Timings.only(totalMillis),
                kind,
                ResourceUsage.NONE,
                null);
    }

    /** Whether it is a fault of ours that may be gone at the next try. */
    public boolean worthAnotherTry() {
        return fault != null && fault.mayPass();
    }

    /** Whether it is a fault of the runner or of its machine, and so of what is judged next too. */
    public boolean showsAFaultyRunner() {
        return fault != null && fault.isOfTheRunner();
    }

    public Judgement withLogs(String newBuildLog, String newServiceLog) {
        return new Judgement(
                verdict,
                score,
                categories,
                tests,
                explanation,
                newBuildLog,
                newServiceLog,
                timings,
                fault,
                usage,
                seed);
    }

    /** The same, when so much time passed before its pod was asked for. */
    public Judgement after(long millis) {
        return new Judgement(
                verdict,
                score,
                categories,
                tests,
                explanation,
                buildLog,
                serviceLog,
                timings.after(millis),
                fault,
                usage,
                seed);
    }
}

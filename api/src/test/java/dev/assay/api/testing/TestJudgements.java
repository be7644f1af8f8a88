package dev.assay.api.testing;

import dev.assay.runner.judging.CategoryScore;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.ResourceUsage;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Timings;
import dev.assay.runner.judging.Verdict;
import dev.assay.runner.sandbox.SandboxFault;
import java.util.List;

/** Judgements as the runner gives them. The partial one is of a service that echoes what it was asked. */
public final class TestJudgements {

    /** Stands in everything that must not reach a candidate. */
    public static final String SECRET = "hidden-request-4711";

    private static final Timings TIMINGS = new Timings(11, 12, 13, 14, 15, 16, 1_017, 1_234, List.of());

    private static final ResourceUsage USAGE = new ResourceUsage(21L, 22L, 23, 24);

    private TestJudgements() {}

    public static Judgement accepted() {
        return new Judgement(
                Verdict.ACCEPTED,
                100,
                List.of(new CategoryScore("correctness", 70, 2, 2, 100)),
                List.of(visible(TestResult.Status.PASSED, ""), hidden(TestResult.Status.PASSED, "")),
                "Every test passed.",
                "built",
                "listening",
                TIMINGS,
                null,
                USAGE,
                null);
    }

    public static Judgement partial() {
        return new Judgement(
                Verdict.PARTIAL,
                50,
                List.of(new CategoryScore("correctness", 70, 1, 2, 50)),
                List.of(
                        visible(TestResult.Status.FAILED, "expected 201 but was: " + SECRET),
                        hidden(TestResult.Status.FAILED, "expected 400 but was: " + SECRET)),
                "The service ended with " + SECRET,
                "built",
                "got " + SECRET,
                TIMINGS,
                null,
                USAGE,
                null);
    }

    public static Judgement fault() {
        return fault(SandboxFault.Kind.RUNNER);
    }

    public static Judgement fault(SandboxFault.Kind kind) {
        return Judgement.faulty(kind, "The engine went away.", 0);
    }

    public static TestResult visible(TestResult.Status status, String message) {
        return new TestResult("EchoTests.echoes", "echoes", "correctness", true, 1, status, 12, message);
    }

    public static TestResult hidden(TestResult.Status status, String message) {
        return new TestResult(
                "EchoTests." + SECRET, "title of " + SECRET, "correctness", false, 1, status, 34, message);
    }
}

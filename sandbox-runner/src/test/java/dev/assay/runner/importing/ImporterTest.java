package dev.assay.runner.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.challenge.icpc.CaseVerdict;
import dev.assay.challenge.icpc.IcpcReader;
import dev.assay.challenge.icpc.NotImported;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.ResourceUsage;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Timings;
import dev.assay.runner.judging.Verdict;
import dev.assay.runner.sandbox.SandboxFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is made of judgements; those here are written by hand. */
class ImporterTest {

    private static final Path PACKAGES = Path.of("..", "challenges", "format", "src", "test", "resources", "icpc");

    private final List<JudgeRequest> asked = new ArrayList<>();

    private static TestResult passed(String name, long millis) {
        return new TestResult(name, name, "secret", false, 1, TestResult.Status.PASSED, millis, "");
    }

    private static TestResult failed(String name, String message) {
        return new TestResult(name, name, "secret", false, 1, TestResult.Status.FAILED, 20, message);
    }

    private static Judgement judgement(Verdict verdict, String log, List<TestResult> tests) {
        return new Judgement(
                verdict,
                verdict == Verdict.ACCEPTED ? 100 : 0,
                List.of(),
                tests,
                "So it is.",
                log,
                "",
                Timings.only(100),
                null,
                ResourceUsage.NONE,
                null);
    }

    private static Judgement accepted(long millis) {
        return judgement(Verdict.ACCEPTED, "", List.of(passed("CaseTests.a", 20), passed("CaseTests.b", millis)));
    }

    private static Judgement rejected(String message) {
        return judgement(
                Verdict.PARTIAL,
                "",
                List.of(passed("CaseTests.sample1", 20), failed("CaseTests.smallSecretCases", message)));
    }

    /** @param judgements by what only that submission's source contains */
    private Importer.Result convert(Map<String, Judgement> judgements) throws Exception {
        Function<JudgeRequest, Judgement> judge = request -> judgements.entrySet().stream()
                .filter(one -> request.files().files().values().stream().anyMatch(text -> text.contains(one.getKey())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not expected: " + request.files()))
                .getValue();
        return new Importer(
                        (request, _) -> {
                            asked.add(request);
                            return judge.apply(request);
                        },
                        (_, _, _) -> {})
                .convert(IcpcReader.read(PACKAGES.resolve("sumup")));
    }

    private static Map<String, Judgement> asLabelled() {
        return Map.of(
                "class Adder", accepted(1200),
                "sum(int(input()) for _ in range(n)))", accepted(300),
                "eleven keys", rejected("case secret/small/x → run-time error: it ended with exit code 1"),
                "steps += 1", rejected("case secret/small/x → time limit: it had not ended after 4 s"),
                "class Overflow", rejected("input \"1\" → wrong answer: in line 1, expected \"→ time limit:\""),
                "max(0", rejected("case secret/small/x (1 of 2) → wrong answer: in line 1 of the output"));
    }

    @Test
    void takesTheTimeLimitFromTheSlowestAcceptedSubmission() throws Exception {
        Importer.Result result = convert(asLabelled());

        assertThat(result.report().slowestMillis()).isEqualTo(1200);
        assertThat(result.report().limitSeconds()).isEqualTo(4);
        assertThat(result.files().get("exam/CaseTests.java")).contains("Duration.ofSeconds(4)");
        assertThat(result.report().allAsLabelled()).isTrue();
    }

    @Test
    void judgesCaseByCaseFirstAndThenAsItWillBe() throws Exception {
        convert(asLabelled());

        assertThat(asked).hasSize(6);
        assertThat(asked.getFirst().challenge().exam().text("CaseTests.java").orElseThrow())
                .contains("void case5()", "Duration.ofSeconds(20)");
        assertThat(asked.getLast().challenge().exam().text("CaseTests.java").orElseThrow())
                .contains("void smallSecretCases()", "Duration.ofSeconds(4)");
    }

    @Test
    void namesTheTestsThatEachMutantFails() throws Exception {
        Importer.Result result = convert(asLabelled());

        assertThat(result.files().get("mutants/wrong-answer-overflow/mutant.yaml"))
                .isEqualTo("""
                environment: java
                idea: "Ends with wrong answer, as the problem package says of submissions/wrong_answer/Overflow.java."
                fails:
                  - CaseTests.smallSecretCases
                """);
        assertThat(result.report().submissions())
                .extracting(ImportReport.Judged::path, ImportReport.Judged::seen, ImportReport.Judged::use)
                .contains(
                        tuple("submissions/run_time_error/eleven", "run-time error", "mutant"),
                        tuple("submissions/time_limit_exceeded/counts.py", "time limit exceeded", "mutant"),
                        tuple("submissions/wrong_answer/Overflow.java", "wrong answer", "mutant"));
    }

    @Test
    void tellsWhatIsNotAsLabelled() throws Exception {
        Map<String, Judgement> judgements = new java.util.LinkedHashMap<>(asLabelled());
        judgements.put("steps += 1", accepted(10));
        judgements.put("max(0", rejected("case secret/small/x → time limit: it had not ended after 4 s"));
        judgements.put("eleven keys", judgement(Verdict.COMPILE_ERROR, "\n main.py:1: no such thing\n", List.of()));

        Importer.Result result = convert(judgements);

        assertThat(result.report().allAsLabelled()).isFalse();
        assertThat(result.report().submissions())
                .filteredOn(one -> !one.asLabelled())
                .extracting(ImportReport.Judged::path, ImportReport.Judged::contradiction, ImportReport.Judged::use)
                .containsExactly(
                        tuple(
                                "submissions/time_limit_exceeded/counts.py",
                                "no time limit exceeded, which its label requires",
                                ""),
                        tuple(
                                "submissions/wrong_answer/no_refunds.py",
                                "time limit exceeded, which its label does not permit (case secret/small/x → time limit:"
                                        + " it had not ended after 4 s)",
                                "mutant"));
        assertThat(result.report().notImported())
                .contains(
                        new NotImported(
                                "submissions/run_time_error/eleven",
                                "it does not build here: main.py:1: no such thing"),
                        new NotImported(
                                "submissions/time_limit_exceeded/counts.py",
                                "here it ends with accepted: no time limit exceeded, which its label requires"));
        assertThat(result.files().keySet()).noneMatch(path -> path.contains("counts"));
    }

    @Test
    void makesNothingOfWhatIsNeverAccepted() throws Exception {
        Importer.Result result = convert(Map.of(
                "class Adder", rejected("case secret/small/x → wrong answer: in line 1 of the output"),
                "sum(int(input()) for _ in range(n)))", rejected("The test took too long")));

        assertThat(result.files()).isEmpty();
        assertThat(result.report().allAsLabelled()).isFalse();
    }

    @Test
    void passesAFaultOfOursOn() {
        Judgement faulty = Judgement.faulty(SandboxFault.Kind.RUNNER, "The machine is overloaded.", 1);

        assertThatExceptionOfType(SandboxFault.class).isThrownBy(() -> convert(Map.of("class Adder", faulty)));
    }

    @Test
    void readsWhatBecameOfTheCases() {
        List<TestResult> tests = List.of(
                passed("CaseTests.a", 5),
                new TestResult("CaseTests.b", "b", "secret", false, 1, TestResult.Status.NOT_RUN, 0, ""));

        assertThat(Seen.in(judgement(Verdict.TIME_LIMIT, "", tests)).verdicts())
                .containsExactlyInAnyOrder(CaseVerdict.AC, CaseVerdict.TLE);
        assertThat(Seen.in(judgement(Verdict.MEMORY_LIMIT, "", tests)).verdicts())
                .containsExactlyInAnyOrder(CaseVerdict.AC, CaseVerdict.RTE);
        assertThat(Seen.in(judgement(Verdict.MEMORY_LIMIT, "", tests)).fails()).containsExactly("CaseTests.b");
        assertThat(Pattern.compile("^does not build")
                        .matcher(Seen.in(judgement(Verdict.COMPILE_ERROR, "x", List.of()))
                                .words())
                        .find())
                .isTrue();
    }
}

package dev.assay.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.runner.judging.CategoryScore;
import dev.assay.runner.judging.ResourceUsage;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Timings;
import dev.assay.runner.judging.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JudgeReportTest {

    private static final String HOSTILE = "expected 302\n\u001b[2J\u001b]0;owned\u0007 \u202egnp.exe \u009b31m";

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, 0",
        "PARTIAL, 1",
        "REJECTED, 1",
        "COMPILE_ERROR, 1",
        "NOT_READY, 1",
        "RUN_TIME_ERROR, 1",
        "TIME_LIMIT, 1",
        "MEMORY_LIMIT, 1",
        "OUTPUT_LIMIT, 1",
        "JUDGE_ERROR, 3"
    })
    void theExitCodeTellsTheVerdict(Verdict verdict, int exitCode) {
        assertThat(ExitCode.of(verdict)).isEqualTo(exitCode);
    }

    @Test
    void theJsonHasTheNamesThatProgramsReadAndOnlyAscii() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Json.print(new PrintStream(out, true, StandardCharsets.UTF_8), report(Verdict.PARTIAL, 60));

        String printed = out.toString(StandardCharsets.UTF_8);
        assertThat(printed).matches("[\\x20-\\x7e\\n\\r]*");
        JsonNode json = JsonMapper.shared().readTree(printed);
        assertThat(json.get("package").asString()).isEqualTo("echo");
        assertThat(json.get("verdict").asString()).isEqualTo("PARTIAL");
        assertThat(json.get("score").asInt()).isEqualTo(60);
        assertThat(json.get("timings").get("build").asLong()).isEqualTo(5);
        JsonNode step = json.get("timings").get("trace").get(0);
        assertThat(step.get("name").asString()).isEqualTo("build");
        assertThat(step.get("from").asLong()).isEqualTo(2000);
        assertThat(step.get("micros").asLong()).isEqualTo(5000);
        JsonNode usage = json.get("usage");
        assertThat(usage.get("buildCpuMillis").asLong()).isEqualTo(900);
        assertThat(usage.get("serviceCpuMillis").asLong()).isEqualTo(1200);
        assertThat(usage.get("peakMemoryMiB").asLong()).isEqualTo(77);
        assertThat(usage.get("peakProcesses").isNull()).isTrue();
        JsonNode test = json.get("tests").get(1);
        assertThat(test.propertyNames())
                .contains("name", "title", "category", "visible", "status", "millis", "message");
        assertThat(test.get("status").asString()).isEqualTo("FAILED");
        assertThat(test.get("message").asString()).isEqualTo(HOSTILE);
    }

    @Test
    void theTextTellsVerdictCategoriesAndTests() {
        String text = text(report(Verdict.PARTIAL, 60));
        assertThat(text)
                .contains(
                        "Echo  echo, python",
                        "PARTIAL  60 of 100",
                        "correctness  1 of 2 tests, score 50, share 70",
                        "passed   EchoTests.echoes",
                        "FAILED   EchoTests.refuses",
                        "(visible)",
                        "used: 900 ms of processor time to build, 1200 ms to serve, at most 77 MiB\n",
                        "           expected 302\n");
    }

    @Test
    void whatTheCandidatesCodePrintedCommandsNoTerminal() {
        String text = text(report(Verdict.COMPILE_ERROR, 0));
        assertThat(text)
                .doesNotContain("\u001b", "\u0007", "\u009b", "\u202e")
                .contains("\\u001b[2J\\u001b]0;owned\\u0007 \\u202egnp.exe \\u009b31m");
    }

    @Test
    void coloursOfTheCandidatesOutputAreLeftOut() {
        JudgeReport report = new JudgeReport(
                "echo",
                "node",
                Verdict.COMPILE_ERROR,
                0,
                "The build failed.",
                List.of(),
                List.of(),
                Timings.only(0),
                "\u001b[0m\u001b[1;38;5;196mERROR\u001b[39m\u001b[K in \u001b[4:3mmain.ts\u001b[m\r\n\u001b[1A\u001b[31",
                "",
                ResourceUsage.NONE,
                null);
        assertThat(text(report)).contains("  ERROR in main.ts\n  \\u001b[1A\\u001b[31\n");
    }

    @Test
    void coloursAppearOnlyWhenTheyMay() {
        assertThat(new JudgeText(new Style(true)).of("Echo", report(Verdict.PARTIAL, 60)))
                .contains("\u001b[33mPARTIAL\u001b[0m");
        assertThat(text(report(Verdict.PARTIAL, 60))).doesNotContain("\u001b");
    }

    @Test
    void testsThatWereNotRunAreCountedAndNotListed() {
        JudgeReport.Test notRun = new JudgeReport.Test(
                "EchoTests.echoes", "Echoes", "correctness", true, 1, TestResult.Status.NOT_RUN, 0, "");
        JudgeReport report = new JudgeReport(
                "echo",
                "python",
                Verdict.NOT_READY,
                0,
                "It never listened.",
                List.of(new CategoryScore("correctness", 70, 0, 2, 0)),
                List.of(notRun, notRun),
                Timings.only(0),
                "",
                "",
                ResourceUsage.NONE,
                null);
        assertThat(text(report)).contains("None of the 2 tests was run.").doesNotContain("EchoTests.echoes");
    }

    @Test
    void oneTestIsNotCalledMany() {
        JudgeReport.Test notRun = new JudgeReport.Test(
                "EchoTests.echoes", "Echoes", "correctness", true, 1, TestResult.Status.NOT_RUN, 0, "");
        assertThat(text(withTests(notRun))).contains("The one test was not run.");

        JudgeReport.Test failed = new JudgeReport.Test(
                "EchoTests.echoes", "Echoes", "correctness", true, 1, TestResult.Status.FAILED, 0, "");
        assertThat(text(withTests(failed))).contains("correctness  0 of 1 test, score 0");
    }

    private static JudgeReport withTests(JudgeReport.Test... tests) {
        return new JudgeReport(
                "echo",
                "python",
                Verdict.REJECTED,
                0,
                "The one test did not pass.",
                List.of(new CategoryScore("correctness", 100, 0, tests.length, 0)),
                List.of(tests),
                Timings.only(0),
                "",
                "",
                ResourceUsage.NONE,
                null);
    }

    @Test
    void aLongBuildLogShowsItsEnd() {
        JudgeReport report = new JudgeReport(
                "echo",
                "python",
                Verdict.COMPILE_ERROR,
                0,
                "The build failed.",
                List.of(),
                List.of(),
                Timings.only(0),
                "line\n".repeat(100) + "the reason",
                "",
                ResourceUsage.NONE,
                null);
        assertThat(text(report)).contains("61 lines before", "the reason");
    }

    private static String text(JudgeReport report) {
        return new JudgeText(new Style(false)).of("Echo", report);
    }

    private static JudgeReport report(Verdict verdict, int score) {
        return new JudgeReport(
                "echo",
                "python",
                verdict,
                score,
                "1 of 2 tests passed.",
                List.of(new CategoryScore("correctness", 70, 1, 2, 50)),
                List.of(
                        new JudgeReport.Test(
                                "EchoTests.echoes", "Echoes", "correctness", true, 1, TestResult.Status.PASSED, 12, ""),
                        new JudgeReport.Test(
                                "EchoTests.refuses",
                                "Refuses",
                                "correctness",
                                false,
                                1,
                                TestResult.Status.FAILED,
                                3,
                                HOSTILE)),
                new Timings(1, 2, 3, 4, 5, 6, 7, 28, List.of(new Timings.Step("build", 2000, 5000))),
                HOSTILE,
                "",
                new ResourceUsage(900L, 1200L, 77, null),
                null);
    }
}

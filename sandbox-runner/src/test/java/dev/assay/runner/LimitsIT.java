package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.Bounds;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Timings;
import dev.assay.runner.judging.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each limit, met by what a submission really does: the verdict says which one, its value and how much was used. */
class LimitsIT {

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    @Test
    void limitsTheProcessorTimeOfTheBuild() {
        String functions = IntStream.range(0, 12_000)
                .mapToObj(i -> "func f" + i + "(a, b int) int { return a*" + i + " + b }\n")
                .collect(Collectors.joining());

        Judgement judgement = engine.judge(
                Sums.challenge(Sums.cpuLimits(1, 60)),
                "go",
                Map.of("main.go", "package main\nfunc main() {}\n" + functions),
                Scope.ALL);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.TIME_LIMIT);
        assertThat(judgement.explanation())
                .matches("The build used \\d+\\.\\d s of processor time, more than its limit of 1 s\\.");
    }

    @Test
    void limitsTheProcessorTimeUntilTheServiceListens() {
        Judgement judgement = judge(Sums.challenge(Sums.cpuLimits(60, 1)), "for (;;);");

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.TIME_LIMIT);
        assertThat(judgement.explanation())
                .matches(
                        "The service used \\d+\\.\\d s of processor time before it listened on port 8080, more than its"
                                + " limit of 1 s\\.");
    }

    @Test
    void limitsTheProcessorTimeOfTheServiceInTheBackgroundToo() {
        String busy = "const { Worker } = require('worker_threads'); new Worker('for (;;);', { eval: true });\n";
        String exam = Sums.exam()
                .replace(
                        "for (int i = 0; i < 5; i++)",
                        "for (long end = System.nanoTime() + 8_000_000_000L; System.nanoTime() < end;)");

        Judgement judgement =
                judge(Sums.challenge(Sums.cpuLimits(60, 2), exam, Map.of("basics", 1, "sums", 3)), busy + Sums.NODE);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.TIME_LIMIT);
        assertThat(judgement.explanation())
                .matches(
                        "The service used \\d+\\.\\d s of processor time, more than its limit of 2 s for start and exam"
                                + " together; 1 of 2 tests had passed\\.");
    }

    @Test
    void countsTheTimeFromBeforeACrash() {
        String busy = Sums.NODE + "const end = () => process.cpuUsage().user + process.cpuUsage().system;\n"
                + "while (end() < 700000);";
        String exam = Sums.exam()
                .replace("for (int i = 0; i < 5; i++) {", "for (int i = 0; i < 5; i++) { service.restart();")
                .replace("@Weight(3)", "@Weight(3) @Timeout(60)");

        Judgement judgement = judge(Sums.challenge(Sums.cpuLimits(60, 3), exam, Map.of("basics", 1, "sums", 3)), busy);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.TIME_LIMIT);
        assertThat(judgement.explanation()).contains("more than its limit of 3 s");
    }

    @Test
    void saysThatAServiceThatIsNotReadyWaits() {
        Judgement judgement = judge(Sums.challenge(Sums.limits(20, 6, 20, 256)), "setInterval(() => {}, 1000)");

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.NOT_READY);
        assertThat(judgement.explanation())
                .matches("The service did not listen on port 8080 within 6 s, the limit for becoming ready; it used"
                        + " \\d\\.\\d s of processor time, so it seems to wait for something\\.");
    }

    @Test
    void saysThatTheLimitOfProcessesWasMet() {
        String many = """
                const { spawn } = require('child_process');
                for (let i = 0; i < 80; i++) spawn('sleep', ['60']).on('error', () => {});
                """;

        Judgement judgement = judge(Sums.challenge(), many + Sums.NODE.replace("'hello'", "'bye'"));

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.PARTIAL);
        assertThat(judgement.explanation())
                .matches("1 of 2 tests passed\\. The limit of 64 processes and threads was met (once|\\d+ times)\\.");
        assertThat(judgement.usage().peakProcesses()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void saysThatTheFolderIsFull() {
        String full = """
                const fs = require('fs');
                try { for (;;) fs.appendFileSync('big', Buffer.alloc(1 << 20)); } catch (e) { console.log(e.code); }
                """;

        Judgement judgement = judge(Sums.challenge(), full + Sums.NODE.replace("'hello'", "'bye'"));

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.PARTIAL);
        assertThat(judgement.explanation()).isEqualTo("1 of 2 tests passed. /work is full: its limit is 64 MiB.");
        assertThat(judgement.serviceLog()).contains("ENOSPC");
    }

    @Test
    void saysThatTheFolderHoldsNoMoreFiles() {
        String many = """
                const fs = require('fs');
                try { for (let i = 0; ; i++) fs.writeFileSync('f' + i, ''); } catch (e) { console.log(e.code); }
                process.exit(4);
                """;

        Judgement judgement = judge(Sums.challenge(), many);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.RUN_TIME_ERROR);
        assertThat(judgement.explanation())
                .isEqualTo(
                        "The service ended with exit status 4 before it listened on port 8080. /work holds as many files"
                                + " as it may: its limit is 8192.");
    }

    @Test
    void tellsWhatAnAcceptedSubmissionUsedAndWhereTheTimeWent() {
        Judgement judgement = judge(Sums.challenge(), Sums.NODE);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.usage().buildCpuMillis()).isBetween(5L, 60_000L);
        assertThat(judgement.usage().serviceCpuMillis()).isBetween(5L, 60_000L);
        assertThat(judgement.usage().peakMemoryMiB()).isBetween(10, 256);
        assertThat(judgement.usage().peakProcesses()).isBetween(5, 64);
        assertThat(judgement.timings().trace())
                .extracting(Timings.Step::name)
                .contains(
                        "images", "lane", "pod", "load exam", "put", "build", "plan", "listening", "exam", "last look");
    }

    @Test
    void refusesAPackageBeyondTheOperatorsBoundsBeforeAnythingIsStarted() {
        List<JudgeEvent> events = new ArrayList<>();
        RunnerSettings bounded = RealEngine.settings().withBounds(new Bounds(Map.of(Bounds.Key.MEMORY_MIB, 128)));
        try (LocalRunner runner = LocalRunner.start(bounded)) {
            Judgement judgement = runner.judge()
                    .judge(
                            new JudgeRequest(
                                    "bounded",
                                    Sums.challenge(),
                                    "node",
                                    SourceFiles.of(Map.of("main.js", Sums.NODE)),
                                    Scope.ALL),
                            events::add);

            assertThat(judgement.verdict()).isEqualTo(Verdict.JUDGE_ERROR);
            assertThat(judgement.explanation())
                    .contains("memoryMiB is 256 and at most 128 is allowed (assay.runner.bounds.memory-mib)");
            assertThat(events)
                    .as("neither begun nor tried again")
                    .singleElement()
                    .isInstanceOf(JudgeEvent.Done.class);
        }
    }

    private static Judgement judge(Challenge challenge, String source) {
        return engine.judge(challenge, "node", Map.of("main.js", source), Scope.ALL);
    }
}

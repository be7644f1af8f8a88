package dev.assay.runner.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Companions;
import dev.assay.challenge.ExamData;
import dev.assay.challenge.Form;
import dev.assay.challenge.Level;
import dev.assay.challenge.Limits;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Track;
import dev.assay.runner.sandbox.Outcome;
import dev.assay.runner.sandbox.SandboxFault;
import dev.assay.runner.sandbox.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What people read of a verdict: which limit, its value, and how much was used. */
class VerdictsTest {

    private static final Duration TWENTY = Duration.ofSeconds(20);

    @Test
    void tellsWaitingFromComputing() {
        assertThat(start(new Outcome.TimedOut(TWENTY), cpu(100)))
                .isEqualTo(new Verdicts.Finding(
                        Verdict.NOT_READY,
                        "The service did not listen on port 8080 within 20 s, the limit for becoming ready; "
                                + "it used 0.1 s of processor time, so it seems to wait for something."));
        assertThat(start(new Outcome.TimedOut(TWENTY), cpu(19_800)).explanation())
                .endsWith("the limit for becoming ready; it used 19.8 s of processor time: it computes.");
        assertThat(start(new Outcome.TimedOut(TWENTY), cpu(6_000)).explanation())
                .endsWith("the limit for becoming ready; it used 6.0 s of processor time.");
        assertThat(start(new Outcome.TimedOut(TWENTY), measures(Optional.empty(), usage(0, 0)))
                        .explanation())
                .endsWith("within 20 s, the limit for becoming ready.");
    }

    @Test
    void tellsWallTimeFromProcessorTime() {
        assertThat(exam(new Outcome.TimedOut(TWENTY), cpu(300)))
                .isEqualTo(new Verdicts.Finding(
                        Verdict.TIME_LIMIT,
                        "The exam had not ended after 20 s, its time limit; 1 of 2 tests had passed. "
                                + "The service used 0.3 s of processor time, so it seems to wait for something."));
        assertThat(exam(new Outcome.CpuExceeded(TWENTY, Duration.ofMillis(20_340)), cpu(20_340)))
                .isEqualTo(new Verdicts.Finding(
                        Verdict.TIME_LIMIT,
                        "The service used 20.3 s of processor time, more than its limit of 20 s for start and exam"
                                + " together; 1 of 2 tests had passed."));
        assertThat(build(new Outcome.TimedOut(Duration.ofSeconds(60)), cpu(0)).explanation())
                .isEqualTo("The build had not ended after 60 s, its time limit; it used 59.0 s of processor time: it"
                        + " computes.");
        assertThat(build(new Outcome.CpuExceeded(TWENTY, Duration.ofMillis(20_340)), cpu(0)))
                .isEqualTo(new Verdicts.Finding(
                        Verdict.TIME_LIMIT, "The build used 20.3 s of processor time, more than its limit of 20 s."));
        assertThat(start(new Outcome.CpuExceeded(TWENTY, Duration.ofMillis(20_340)), cpu(20_340)))
                .isEqualTo(new Verdicts.Finding(
                        Verdict.TIME_LIMIT,
                        "The service used 20.3 s of processor time before it listened on port 8080, more than its limit"
                                + " of 20 s."));
    }

    @Test
    void tellsThePeakOfTheMemory() {
        assertThat(exam(new Outcome.OutOfMemory(), measures(Optional.empty(), usage(268_435_456, 0))))
                .isEqualTo(new Verdicts.Finding(
                        Verdict.MEMORY_LIMIT,
                        "The service needed more than its memory limit of 512 MiB, files in /work and /tmp included, and"
                                + " the system killed a process; at its peak it held 256 MiB."));
        assertThat(exam(new Outcome.OutOfMemory(), measures(Optional.empty(), Usage.UNKNOWN))
                        .explanation())
                .endsWith("the system killed a process.");
    }

    @Test
    void namesLimitsThatWereMetOnTheWay() {
        Measures full = new Measures(
                Optional.empty(), Optional.empty(), usage(1, 14), List.of("/work is full: its limit is 128 MiB."));

        assertThat(exam(new Outcome.Exited(1), full).explanation())
                .isEqualTo("The service ended by itself during the exam, with exit status 1; 1 of 2 tests had passed."
                        + " The limit of 128 processes and threads was met 14 times."
                        + " /work is full: its limit is 128 MiB.");
        assertThat(Verdicts.of(challenge(), Optional.empty(), tests(false), full)
                        .explanation())
                .as("also when all tests were run")
                .startsWith("1 of 2 tests passed. The limit of 128 processes and threads was met 14 times.");
        assertThat(Verdicts.of(challenge(), Optional.empty(), tests(true), full).explanation())
                .as("of no interest where all is well")
                .isEqualTo("All 2 tests passed.");
        assertThat(exam(new Outcome.Exited(1), measures(Optional.empty(), usage(1, 1)))
                        .explanation())
                .endsWith("was met once.");
    }

    @Test
    void chargesNothingForATestWithoutAConclusion() {
        PlannedTest one = new PlannedTest("T.one", "One", "c", true, 1);
        PlannedTest two = new PlannedTest("T.two", "Two", "c", true, 1);
        TestResult passed = one.result(TestResult.Status.PASSED, 1, "");
        TestResult unclear = two.result(TestResult.Status.INCONCLUSIVE, 1, "noise");

        assertThat(Verdicts.of(challenge(), Optional.empty(), List.of(passed, unclear), cpu(1)))
                .isEqualTo(new Verdicts.Finding(
                        Verdict.ACCEPTED,
                        "The one test passed. The machine was too unsteady to tell the result of one more, which counts for"
                                + " nothing."));
        assertThatThrownBy(() -> Verdicts.of(challenge(), Optional.empty(), List.of(unclear), cpu(1)))
                .isInstanceOf(SandboxFault.class)
                .hasMessageContaining("too unsteady");
    }

    @Test
    void oneTestIsNotCalledMany() {
        PlannedTest one = new PlannedTest("T.one", "One", "c", true, 1);
        List<TestResult> passed = List.of(one.result(TestResult.Status.PASSED, 1, ""));
        List<TestResult> failed = List.of(one.result(TestResult.Status.FAILED, 1, "no"));

        assertThat(Verdicts.of(challenge(), Optional.empty(), passed, cpu(1)).explanation())
                .isEqualTo("The one test passed.");
        assertThat(Verdicts.of(challenge(), Optional.empty(), failed, cpu(1)).explanation())
                .isEqualTo("The one test did not pass.");
        Ending ended = new Ending(Ending.Stage.EXAM, new Outcome.Exited(1));
        assertThat(Verdicts.of(challenge(), Optional.of(ended), failed, cpu(1)).explanation())
                .endsWith("; 0 of 1 test had passed.");
    }

    @Test
    void summarizesWhatWasUsed() {
        assertThat(new Measures(
                                Optional.of(Duration.ofMillis(700)),
                                Optional.of(Duration.ofMillis(900)),
                                usage(1_048_577, 0),
                                List.of())
                        .summary())
                .isEqualTo(new ResourceUsage(700L, 900L, 2, 9));
        assertThat(measures(Optional.empty(), Usage.UNKNOWN).summary())
                .isEqualTo(new ResourceUsage(59_000L, null, null, null));
    }

    private static Verdicts.Finding build(Outcome outcome, Measures measures) {
        return finding(Ending.Stage.BUILD, outcome, measures);
    }

    private static Verdicts.Finding start(Outcome outcome, Measures measures) {
        return finding(Ending.Stage.START, outcome, measures);
    }

    private static Verdicts.Finding exam(Outcome outcome, Measures measures) {
        return finding(Ending.Stage.EXAM, outcome, measures);
    }

    private static Verdicts.Finding finding(Ending.Stage stage, Outcome outcome, Measures measures) {
        return Verdicts.of(challenge(), Optional.of(new Ending(stage, outcome)), tests(false), measures);
    }

    private static Measures cpu(long serviceMillis) {
        return measures(Optional.of(Duration.ofMillis(serviceMillis)), usage(0, 0));
    }

    private static Measures measures(Optional<Duration> serviceCpu, Usage usage) {
        return new Measures(Optional.of(Duration.ofSeconds(59)), serviceCpu, usage, List.of());
    }

    private static Usage usage(long memory, long refused) {
        return new Usage(
                OptionalLong.empty(),
                OptionalLong.of(memory),
                OptionalLong.of(3),
                OptionalLong.of(9),
                OptionalLong.of(refused),
                OptionalLong.empty());
    }

    private static List<TestResult> tests(boolean all) {
        PlannedTest one = new PlannedTest("T.one", "One", "c", true, 1);
        PlannedTest two = new PlannedTest("T.two", "Two", "c", true, 1);
        return List.of(
                one.result(TestResult.Status.PASSED, 1, ""),
                all ? two.result(TestResult.Status.PASSED, 1, "") : two.result(TestResult.Status.FAILED, 1, "no"));
    }

    private static Challenge challenge() {
        return new Challenge(
                "sums",
                "Sums",
                List.of(),
                Track.DEVELOPER,
                Level.JUNIOR,
                10,
                List.of("node"),
                new TreeMap<>(Map.of("c", 1)),
                Limits.DEFAULT,
                Form.SERVICE,
                Companions.NONE,
                8080,
                "Answer.",
                SourceFiles.of(Map.of("T.java", "")),
                ExamData.NONE,
                new TreeMap<>(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                "0");
    }
}

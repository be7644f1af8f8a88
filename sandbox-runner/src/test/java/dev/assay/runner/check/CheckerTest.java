package dev.assay.runner.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Companions;
import dev.assay.challenge.ExamData;
import dev.assay.challenge.Form;
import dev.assay.challenge.Level;
import dev.assay.challenge.Limits;
import dev.assay.challenge.Mutant;
import dev.assay.challenge.Solution;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Track;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.ResourceUsage;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Timings;
import dev.assay.runner.judging.Verdict;
import dev.assay.runner.sandbox.SandboxFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The judge answers by what stands in the one file of a submission: the tests that it fails, or a verdict. */
class CheckerTest {

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger flaky = new AtomicInteger();

    @Test
    void findsNothingWhereAllIsAsPromised() throws Exception {
        CheckReport report = check(challenge("fails B", "passes", "fails B", Map.of()), 3);

        assertThat(report.passed()).as(report.toString()).isTrue();
        assertThat(report.judgements()).isEqualTo(9);
        assertThat(report.packages()).singleElement().satisfies(one -> {
            assertThat(one.tests()).isEqualTo(2);
            assertThat(one.hiddenTests()).isEqualTo(1);
            assertThat(one.sources())
                    .extracting(CheckReport.Source::kind)
                    .containsExactly("starter", "solution", "mutant");
        });
        assertThat(told).hasSize(9).anyMatch(line -> line.endsWith(" 9/9"));
    }

    @Test
    void findsAStarterThatIsAcceptedOrDoesNotBuild() throws Exception {
        assertThat(problems(challenge("passes", "passes", "fails B", Map.of())))
                .containsExactly("it is accepted as it is; leave something to do");
        assertThat(problems(challenge("COMPILE_ERROR", "passes", "fails B", Map.of())))
                .containsExactly("it must build, listen and answer: COMPILE_ERROR: said by the judge");
    }

    @Test
    void findsASolutionThatIsAcceptedOnlyNowAndThen() throws Exception {
        CheckReport report = check(challenge("fails B", "flaky", "fails B", Map.of()), 4);

        assertThat(report.packages().getFirst().sources().get(1))
                .satisfies(solution -> assertThat(solution.wrong()).isEqualTo(2))
                .satisfies(solution -> assertThat(solution.problems())
                        .containsExactly("PARTIAL: said by the judge\n  T.B: was wrong"));
        assertThat(told)
                .as("what is wrong is told at once")
                .filteredOn(line -> line.contains("PARTIAL: said by the judge"))
                .hasSize(2);
    }

    @Test
    void findsAMutantThatFailsOtherTestsThanItNames() throws Exception {
        assertThat(problems(challenge("fails B", "passes", "fails A", Map.of())))
                .containsExactly(
                        "it passes T.B, which mutant.yaml says it fails; it fails T.A, which mutant.yaml does not name"
                                + " (PARTIAL: said by the judge)");
    }

    @Test
    void findsAHiddenTestThatNoMutantFails() throws Exception {
        Challenge challenge = challenge("fails B", "passes", "fails A", Map.of(), "T.A");

        assertThat(check(challenge, 1).packages().getFirst().problems())
                .singleElement()
                .asString()
                .startsWith("no mutant fails the hidden test T.B;");
    }

    @Test
    void takesAReasonInPlaceOfAMutant() throws Exception {
        Challenge challenge = challenge("fails B", "passes", "fails A", Map.of("T.B", "a reason"), "T.A");

        assertThat(check(challenge, 1).passed()).isTrue();
    }

    @Test
    void judgesOnlyWhatIsAskedFor() throws Exception {
        Challenge challenge = challenge("passes", "passes", "fails A", Map.of(), "T.A");

        CheckReport report = checker().only("mutant").check(List.of(challenge), 1);

        assertThat(report.passed()).as(report.toString()).isTrue();
        assertThat(report.packages().getFirst().sources())
                .extracting(CheckReport.Source::kind)
                .containsExactly("mutant");
    }

    @Test
    void saysWhenItCouldNotJudge() {
        assertThatThrownBy(() -> check(challenge("fails B", "FAULT", "fails B", Map.of()), 1))
                .isInstanceOf(SandboxFault.class)
                .hasMessageContaining("the engine is away");
        assertThat(told).as("it is no fault of the package").noneMatch(line -> line.contains("the engine is away"));
    }

    private List<String> problems(Challenge challenge) throws Exception {
        CheckReport report = check(challenge, 1);
        assertThat(report.passed()).isFalse();
        return report.packages().getFirst().sources().stream()
                .flatMap(source -> source.problems().stream())
                .toList();
    }

    private CheckReport check(Challenge challenge, int repeat) throws InterruptedException {
        return checker().check(List.of(challenge), repeat);
    }

    private Checker checker() {
        return new Checker(
                (request, listener) -> judgement(request.files().text("main").orElseThrow()),
                2,
                (source, wrong, done, all) -> told.add(source + " " + done + "/" + all
                        + wrong.map(what -> " " + what).orElse("")));
    }

    private Judgement judgement(String source) {
        return switch (source.strip()) {
            case "passes" -> judgement(Verdict.ACCEPTED, "");
            case "fails A" -> judgement(Verdict.PARTIAL, "A");
            case "fails B" -> judgement(Verdict.PARTIAL, "B");
            case "flaky" ->
                flaky.incrementAndGet() % 2 == 0 ? judgement(Verdict.ACCEPTED, "") : judgement(Verdict.PARTIAL, "B");
            case "FAULT" -> Judgement.faulty(SandboxFault.Kind.RUNNER, "the engine is away", 1);
            default -> judgement(Verdict.valueOf(source.strip()), "AB");
        };
    }

    private static Judgement judgement(Verdict verdict, String failed) {
        List<TestResult> tests = Stream.of("A", "B")
                .map(name -> new TestResult(
                        "T." + name,
                        name,
                        "c",
                        name.equals("A"),
                        1,
                        failed.contains(name) ? TestResult.Status.FAILED : TestResult.Status.PASSED,
                        1,
                        failed.contains(name) ? "was wrong" : ""))
                .toList();
        return new Judgement(
                verdict,
                verdict == Verdict.ACCEPTED ? 100 : 50,
                List.of(),
                tests,
                "said by the judge",
                "",
                "",
                Timings.only(5),
                null,
                ResourceUsage.NONE,
                null);
    }

    private static Challenge challenge(
            String starter, String solution, String mutant, Map<String, String> withoutMutant) {
        return challenge(starter, solution, mutant, withoutMutant, "T.B");
    }

    private static Challenge challenge(
            String starter, String solution, String mutant, Map<String, String> withoutMutant, String mustFail) {
        String example = "```\nin\nout\n```\n";
        return new Challenge(
                "letters",
                "Letters",
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
                "A word and another, again and again. ".repeat(20) + "\n" + example,
                SourceFiles.of(Map.of("T.java", "class T {}")),
                ExamData.NONE,
                new TreeMap<>(Map.of("node", source(starter + " "))),
                List.of(new Solution("node", "node", source(solution))),
                List.of(new Mutant("wrong", "node", "It errs.", source(mutant), new TreeSet<>(List.of(mustFail)))),
                new TreeMap<>(withoutMutant),
                "0");
    }

    private static SourceFiles source(String text) {
        return SourceFiles.of(Map.of("main", text));
    }
}

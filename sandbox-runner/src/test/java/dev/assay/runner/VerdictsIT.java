package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.challenge.Challenge;
import dev.assay.runner.judging.CategoryScore;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Verdict;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each verdict, from what a submission really does in a pod. */
class VerdictsIT {

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    @Test
    void acceptsWhatPassesAllTests() {
        Judgement judgement = node(Sums.NODE);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.score()).isEqualTo(100);
        assertThat(judgement.tests())
                .extracting(TestResult::name, TestResult::title, TestResult::category, TestResult::visible)
                .containsExactlyInAnyOrder(
                        tuple("SumTests.saysHello", "Says hello", "basics", true),
                        tuple("SumTests.adds", "Adds", "sums", false));
        assertThat(engine.events())
                .filteredOn(event -> !(event instanceof JudgeEvent.PreparingImage))
                .<Class<?>>extracting(Object::getClass)
                .containsExactly(
                        JudgeEvent.Building.class,
                        JudgeEvent.Starting.class,
                        JudgeEvent.Examining.class,
                        JudgeEvent.TestFinished.class,
                        JudgeEvent.TestFinished.class,
                        JudgeEvent.Done.class);
        assertThat(judgement.timings().total()).isPositive();
    }

    @Test
    void acceptsInPythonAndInJava() {
        assertThat(judge("python", Map.of("main.py", Sums.PYTHON)).verdict()).isEqualTo(Verdict.ACCEPTED);
        Judgement java = judge("java", Map.of("Main.java", Sums.JAVA, "deeper/Sum.java", Sums.JAVA_SUM));
        assertThat(java.verdict()).as(java.toString()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void scoresByCategoryAndWeight() {
        Judgement judgement = node(Sums.NODE.replace("Number(url.searchParams.get('b'))", "1"));

        assertThat(judgement.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(judgement.score()).isEqualTo(25);
        assertThat(judgement.categories())
                .containsExactly(new CategoryScore("basics", 1, 1, 1, 100), new CategoryScore("sums", 3, 0, 1, 0));
        assertThat(judgement.tests())
                .filteredOn(test -> !test.passed())
                .singleElement()
                .satisfies(test -> assertThat(test.message()).isNotBlank());
    }

    @Test
    void runsOnlyVisibleTestsInATrial() {
        Judgement judgement = engine.judge(
                Sums.challenge(), "node", Map.of("main.js", "console.log('up');" + Sums.NODE), Scope.VISIBLE);

        assertThat(judgement.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.tests()).extracting(TestResult::name).containsExactly("SumTests.saysHello");
        assertThat(judgement.serviceLog()).isEqualTo("up\n");
    }

    @Test
    void rejectsWhatPassesNone() {
        Judgement judgement =
                node("require('http').createServer((request, response) => response.end('no')).listen(8080)");

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.REJECTED);
        assertThat(judgement.score()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java   | Main.java | public class Main { int x = \"text\"; } | incompatible types",
                "python | main.py   | def f(:                                 | SyntaxError",
                "node   | main.js   | let = = 3;                              | SyntaxError"
            })
    void tellsWhyTheBuildFailed(String environment, String file, String text, String expected) {
        Judgement judgement = judge(environment, Map.of(file, text));

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(judgement.buildLog()).contains(expected);
        assertThat(engine.events()).anySatisfy(event -> assertThat(event).isInstanceOf(JudgeEvent.BuildOutput.class));
        assertThat(judgement.tests()).hasSize(2).allMatch(test -> test.status() == TestResult.Status.NOT_RUN);
    }

    @Test
    void namesTheFileThatMustBeThere() {
        Judgement judgement = judge("node", Map.of("index.js", Sums.NODE));

        assertThat(judgement.verdict()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(judgement.buildLog()).contains("main.js");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "process.exit(0)                     | NOT_READY      | exit status 0",
                "process.exit(3)                     | RUN_TIME_ERROR | exit status 3",
                "process.kill(process.pid,'SIGTERM') | RUN_TIME_ERROR | signal 15",
                "setInterval(() => {}, 1000)         | NOT_READY      | 1 s",
                "for (;;);                           | NOT_READY      | 1 s"
            })
    void tellsWhyTheServiceWasNotReady(String source, Verdict verdict, String expected) {
        // A service that ends has more time than one that hangs: ending must be seen, not timed out.
        Challenge challenge = Sums.challenge(
                Sums.limits(20, verdict == Verdict.NOT_READY && !source.contains("exit") ? 1 : 15, 20, 256));

        Judgement judgement = engine.judge(challenge, "node", Map.of("main.js", source), Scope.ALL);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(verdict);
        assertThat(judgement.explanation()).contains(expected);
    }

    @Test
    void saysThatTheServiceEndedDuringTheExam() {
        Judgement judgement = node(Sums.NODE.replace("url.pathname === '/sum'", "process.exit(7)"));

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.RUN_TIME_ERROR);
        assertThat(judgement.explanation()).contains("exit status 7");
        assertThat(judgement.score()).isLessThan(100);
    }

    @Test
    void limitsTheTimeOfTheExam() {
        Judgement judgement = engine.judge(
                Sums.challenge(Sums.limits(20, 15, 2, 256)),
                "node",
                Map.of("main.js", Sums.NODE.replace("const url", "if (request) return;\nconst url")),
                Scope.ALL);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.TIME_LIMIT);
        assertThat(judgement.explanation()).contains("exam").contains("2 s");
    }

    @Test
    void limitsTheTimeOfTheBuild() {
        String functions = IntStream.range(0, 12_000)
                .mapToObj(i -> "func f" + i + "(a, b int) int { return a*" + i + " + b }\n")
                .collect(Collectors.joining());

        Judgement judgement = engine.judge(
                Sums.challenge(Sums.limits(1, 15, 20, 512)),
                "go",
                Map.of("main.go", "package main\nfunc main() {}\n" + functions),
                Scope.ALL);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.TIME_LIMIT);
        assertThat(judgement.explanation()).contains("build").contains("1 s");
    }

    private static Judgement node(String source) {
        return judge("node", Map.of("main.js", source));
    }

    private static Judgement judge(String environment, Map<String, String> files) {
        return engine.judge(Sums.challenge(), environment, files, Scope.ALL);
    }
}

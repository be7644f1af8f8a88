package dev.assay.runner;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Library;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Verdict;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * What must hold of every shipped challenge, judged for real: starters build, solutions are accepted, mutants fail just what they
 * name.
 *
 * @param environments those whose submissions are judged
 */
record LibrarySuite(LocalRunner runner, Predicate<String> environments) {

    private static final Path LIBRARY = Path.of("..", "challenges", "library");

    Stream<DynamicContainer> everyChallenge() throws Exception {
        Library library = LocalRunner.packages().readLibrary(LIBRARY);
        assertThat(library.challenges()).isNotEmpty();
        return library.challenges().stream()
                .map(challenge -> dynamicContainer(
                        challenge.id(),
                        Stream.of(starters(challenge), solutions(challenge), mutants(challenge))
                                .flatMap(tests -> tests)
                                .map(DynamicNode.class::cast)));
    }

    private Stream<DynamicTest> starters(Challenge challenge) {
        return challenge.starters().entrySet().stream()
                .filter(starter -> environments.test(starter.getKey()))
                .map(starter ->
                        dynamicTest("the starter for " + starter.getKey() + " builds and is not accepted", () -> {
                            Judgement judgement = judge(challenge, starter.getKey(), starter.getValue());
                            assertThat(judgement.verdict())
                                    .as(describe(judgement))
                                    .isIn(Verdict.PARTIAL, Verdict.REJECTED);
                        }));
    }

    private Stream<DynamicTest> solutions(Challenge challenge) {
        return challenge.solutions().stream()
                .filter(solution -> environments.test(solution.environment()))
                .map(solution -> dynamicTest("the solution " + solution.name() + " is accepted", () -> {
                    Judgement judgement = judge(challenge, solution.environment(), solution.files());
                    assertThat(judgement.verdict()).as(describe(judgement)).isEqualTo(Verdict.ACCEPTED);
                }));
    }

    private Stream<DynamicTest> mutants(Challenge challenge) {
        return challenge.mutants().stream()
                .filter(mutant -> environments.test(mutant.environment()))
                .map(mutant -> dynamicTest("the mutant " + mutant.name() + " fails just what it names", () -> {
                    Judgement judgement = judge(challenge, mutant.environment(), mutant.files());
                    assertThat(failed(judgement)).as(describe(judgement)).isEqualTo(mutant.mustFail());
                }));
    }

    private Judgement judge(Challenge challenge, String environment, SourceFiles files) {
        String id = "library-" + UUID.randomUUID();
        return runner.judge().judge(new JudgeRequest(id, challenge, environment, files, Scope.ALL), event -> {});
    }

    private static Set<String> failed(Judgement judgement) {
        return judgement.tests().stream()
                .filter(test -> !test.passed())
                .map(TestResult::name)
                .collect(toCollection(TreeSet::new));
    }

    private static String describe(Judgement judgement) {
        return judgement.verdict() + ": " + judgement.explanation() + "\n" + judgement.buildLog() + "\n"
                + judgement.serviceLog();
    }
}

package dev.assay.challenge.icpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Existing;
import dev.assay.challenge.Form;
import dev.assay.challenge.Mutant;
import dev.assay.challenge.PackageReader;
import dev.assay.challenge.Solution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChallengeFilesTest {

    private static final Path PACKAGES = Path.of("src", "test", "resources", "icpc");

    @TempDir
    private Path folder;

    private Challenge made(String name, List<Judged.Wrong> mutants) throws Exception {
        IcpcPackage problem = IcpcReader.read(PACKAGES.resolve(name));
        List<IcpcSubmission> solutions = problem.submissions().stream()
                .filter(one -> one.label().isSolution())
                .toList();
        SortedMap<String, String> files =
                problem.files(new Judged(Duration.ofSeconds(3), solutions, mutants), problem.left());
        Path target = folder.resolve(name);
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(target.resolve(file.getKey()), file.getValue());
        }
        return new PackageReader(Existing.of(Set.of("go", "java", "node", "php", "python", "ruby"), Set.of()))
                .readChallenge(target);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Judged.Wrong wrong(String name, String path, String... fails) throws Exception {
        IcpcSubmission submission = IcpcReader.read(PACKAGES.resolve(name)).submissions().stream()
                .filter(one -> one.path().endsWith(path))
                .findFirst()
                .orElseThrow();
        return new Judged.Wrong(submission, new TreeSet<>(Set.of(fails)));
    }

    @Test
    void makesAChallengeThatCanBeRead() throws Exception {
        Challenge challenge = made(
                "sumup",
                List.of(
                        wrong("sumup", "Overflow.java", "CaseTests.largeSecretCases"),
                        wrong("sumup", "no_refunds.py", "CaseTests.sample2", "CaseTests.smallSecretCases")));

        assertThat(challenge.form()).isEqualTo(Form.PROGRAM);
        assertThat(challenge.environments()).containsExactly("java", "python");
        assertThat(challenge.categories()).containsEntry("samples", 10).containsEntry("secret", 90);
        assertThat(challenge.solutions()).extracting(Solution::name).containsExactly("java", "python");
        assertThat(challenge.mutants())
                .extracting(Mutant::name)
                .containsExactly("wrong-answer-no-refunds", "wrong-answer-overflow");
        assertThat(challenge.withoutMutant()).isEmpty();
        assertThat(challenge.examData().files()).hasSize(10);
        assertThat(challenge.exam().text("CaseTests.java").orElseThrow()).contains("""
                    @Test
                    @Visible
                    @Category("samples")
                    @Timeout(13)
                    @DisplayName("Example 1")
                    void sample1() {
                        cases.pass("sample/1");
                    }
                """, """
                    @Test
                    @Category("secret")
                    @Timeout(16)
                    @DisplayName("Small secret cases (2)")
                    void smallSecretCases() {
                        cases.passUnseen(cases.in("secret/small"));
                    }
                """);
    }

    @Test
    void writesTheStatement() throws Exception {
        assertThat(made("sumup", List.of(wrong("sumup", "Overflow.java", "CaseTests.largeSecretCases")))
                        .statement())
                .isEqualTo("""
                        # Sum up

                        The shop “Zum Löwen” adds up its till by hand — every evening. You are to do it with a *program*: it gets `n` amounts, and writes their **sum**.

                        ## Input

                        - One line with an integer `n` (`1 ≤ n ≤ 10^5`), the number of amounts.
                        - `n` lines, each with an integer `a_i` (`|a_i| ≤ 10^9`), where

                          1. a positive one is a sale,
                          2. a negative one is a `refund`.

                        ## Output

                        Write one integer, the sum `Σ_(i = 1)^n a_i`; 100% exact.

                        ### Example 1

                        Input:

                        ```text
                        3
                        1
                        2
                        3
                        ```

                        Output:

                        ```text
                        6
                        ```

                        ### Example 2

                        Input:

                        ```text
                        1
                        -5
                        ```

                        Output:

                        ```text
                        -5
                        ```

                        ## How it is judged

                        Your program reads its standard input, writes the answer to standard output, and ends with exit code 0. It is started anew for each case, gets no arguments, and needs no prompt or explanation in its output. A case may take 3 seconds, the start of the program included, and 2048 MiB of memory.

                        The output is compared with the right answer word by word. The amount of white space between words does not count. Upper and lower case are taken as the same.

                        The examples above count a tenth. The rest is for hidden cases: a group of them counts when your program passes all that are in it.

                        This problem is by A. Tester and B. Tester; from Test Cup 2024; licence: cc by-sa.
                        """);
    }

    @Test
    void saysWhyAHiddenTestIsFailedByNoMutant() throws Exception {
        assertThat(made("halves", List.of(wrong("halves", "whole.js", "CaseTests.secretParts")))
                        .withoutMutant())
                .containsOnlyKeys("CaseTests.secretWhole");
    }

    @Test
    void comparesEachCaseAsItsPackageSays() throws Exception {
        Challenge challenge = made("halves", List.of(wrong("halves", "whole.js", "CaseTests.secretParts")));

        assertThat(challenge.exam().text("CaseTests.java").orElseThrow())
                .contains("new Cases(program, data, LIMIT).comparedBy(Tokens.LENIENT.withTolerance(1.0E-4));")
                .contains("cases.comparedBy(Tokens.LENIENT.caseSensitive().withAbsoluteTolerance(0.001))"
                        + ".passUnseen(cases.in(\"secret/parts\"));");
        assertThat(challenge.statement())
                .containsSubsequence("### Example 1", "Now another:", "### Example 2", "2.50", "That is all.");
    }

    @Test
    void makesAMutantWhenThereIsNone() throws Exception {
        Challenge challenge = made("greeting", List.of());

        assertThat(challenge.mutants()).singleElement().satisfies(mutant -> {
            assertThat(mutant.name()).isEqualTo("answers-nothing");
            assertThat(mutant.mustFail()).containsExactly("CaseTests.sample1", "CaseTests.secretCases");
        });
        assertThat(challenge.exam().text("CaseTests.java").orElseThrow())
                .contains("passUnseen(List.of(\"secret/1\"))", "spaceSensitive()");
    }

    @Test
    void emptiesWhatWouldBeCompiledWithAMutant() throws Exception {
        IcpcSubmission solution =
                wrong("sumup", "Adder.java", "CaseTests.sample1").submission();
        IcpcSubmission more = new IcpcSubmission(
                "submissions/accepted/two",
                "java",
                solution.files().with("Helper.java", "class Numbers {}\n"),
                solution.label(),
                false);
        IcpcSubmission mutant =
                wrong("sumup", "Overflow.java", "CaseTests.sample1").submission();

        assertThat(mutant.asMutantOf(more).text("Helper.java")).contains("// This file is not part of the mutant.\n");
        assertThat(mutant.asMutantOf(solution)).isEqualTo(mutant.files());
    }

    @Test
    void takesTheValidatorOver() throws Exception {
        Challenge challenge = made("pairs", List.of(wrong("pairs", "one.py", "CaseTests.secretFair")));

        assertThat(challenge.companions().validator().orElseThrow().files().text("main.py"))
                .get()
                .asString()
                .contains("it is not fair");
        assertThat(challenge.exam().text("CaseTests.java").orElseThrow())
                .contains(
                        "import dev.assay.exam.Validator;",
                        """
                            private final Cases cases;
                            private final Validator validator;

                            CaseTests(Program program, Data data, Validator validator) {
                                this.validator = validator;
                                cases = new Cases(program, data, LIMIT).judgedBy(validator);
                            }
                        """,
                        "cases.judgedBy(validator, \"fair\", \"1\").passUnseen(cases.in(\"secret/fair\"));");
        assertThat(challenge.statement())
                .contains(
                        "A program looks at the output and tells whether it is right, because there may be several right"
                                + " answers.");
    }
}

package dev.assay.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutants, and tests that have a reason in place of one. */
class MutantPackageTest {

    private PackageFolder folder;

    @TempDir
    private Path parent;

    @BeforeEach
    void writeAValidPackage() {
        folder = PackageFolder.challenge(parent);
    }

    @Test
    void overlaysFilesBesideTheMutantsDescription() throws PackageException {
        folder.with("mutants/other/mutant.yaml", """
                        environment: java
                        idea: Another program
                        fails: [EchoTests.refusesNothing]
                        """)
                .with("mutants/other/Main.java", "class Main { int wrong; }\n")
                .with("mutants/other/Extra.java", "class Extra {}\n");

        Mutant mutant = folder.read().mutants().getFirst();

        assertThat(mutant.files().paths()).containsExactly("Extra.java", "Main.java");
        assertThat(mutant.files().text("Main.java")).contains("class Main { int wrong; }\n");
    }

    @Test
    void aTestMayHaveAReasonInPlaceOfAMutant() throws Exception {
        folder.with(
                "challenge.yaml",
                PackageFolder.CHALLENGE + "withoutMutant:\n  EchoTests.refusesNothing: Nobody errs here.\n");

        assertThat(folder.read().withoutMutant())
                .containsExactly(Map.entry("EchoTests.refusesNothing", "Nobody errs here."));
    }

    @Test
    void aReasonIsForATestThatNoMutantFails() {
        folder.with(
                "challenge.yaml",
                PackageFolder.CHALLENGE
                        + "withoutMutant:\n  EchoTests.repeatsTheText: None.\n  EchoTests.refuses: None.\n");

        assertThat(folder.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(
                                "challenge.yaml:13: \"withoutMutant.EchoTests.repeatsTheText\" has a reason, but the mutant"
                                        + " upper fails it"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("challenge.yaml:14: \"withoutMutant.EchoTests.refuses\" is no test of the exam"));
    }

    @Test
    void aMutantMustNameTestsOfTheExam() {
        folder.replacing("mutants/upper/mutant.yaml", "repeatsTheText", "repeatTheText");
        assertThat(folder.problems())
                .containsExactly("mutants/upper/mutant.yaml:3: \"fails\" names \"EchoTests.repeatTheText\", which is no"
                        + " test of the exam. Did you mean \"EchoTests.repeatsTheText\"? Allowed:"
                        + " EchoTests.refusesNothing, EchoTests.repeatsTheText.");
    }

    @Test
    void aMutantsEditMustFindItsTextExactlyOnce() {
        folder.with("solutions/python/main.py", "print(\"echo\")\n\nprint(\"echo\")\n");
        assertThat(folder.problems())
                .containsExactly("mutants/upper/mutant.yaml:6: \"edits[0].find\" occurs 2 times in main.py, in the"
                        + " lines [1, 3]. It must occur exactly once, spaces and line breaks included.");
    }

    @Test
    void mutantsThatCannotBeMadeAreNotTakenForTheSame() {
        folder.replacing("mutants/upper/mutant.yaml", "find: 'print", "find: 'prant")
                .with("mutants/lower/mutant.yaml", folder.text("mutants/upper/mutant.yaml"));

        assertThat(folder.problems())
                .hasSize(2)
                .allMatch(problem -> problem.contains("\"edits[0].find\" does not occur"));
    }

    @Test
    void aMutantsEditMustNameAFileOfTheSolution() {
        folder.replacing("mutants/upper/mutant.yaml", "main.py", "mian.py");
        assertThat(folder.problems())
                .containsExactly("mutants/upper/mutant.yaml:5: \"edits[0].file\" is \"mian.py\", which the solution"
                        + " does not have. Did you mean \"main.py\"? Allowed: main.py.");
    }

    @Test
    void aMutantMustChangeSomething() {
        folder.replacing("mutants/upper/mutant.yaml", "ECHO", "echo");
        assertThat(folder.problems()).singleElement().asString().contains("The mutant is the same as the solution");
        folder.with("mutants/upper/mutant.yaml", "environment: java\nidea: none\nfails: [EchoTests.refusesNothing]\n");
        assertThat(folder.problems()).singleElement().asString().contains("The mutant changes nothing");
    }
}

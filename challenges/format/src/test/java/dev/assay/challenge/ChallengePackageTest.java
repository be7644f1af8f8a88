package dev.assay.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChallengePackageTest {

    private PackageFolder folder;

    @TempDir
    private Path parent;

    @BeforeEach
    void writeAValidPackage() {
        folder = PackageFolder.challenge(parent);
    }

    @Test
    void readsAllOfAValidPackage() throws PackageException {
        Challenge challenge = folder.read();

        assertThat(challenge.id()).isEqualTo("echo");
        assertThat(challenge.title()).isEqualTo("Echo service");
        assertThat(challenge.track()).isEqualTo(Track.DEVELOPER);
        assertThat(challenge.level()).isEqualTo(Level.MID);
        assertThat(challenge.environments()).containsExactly("python", "java");
        assertThat(challenge.categories()).containsEntry("correctness", 70).containsEntry("validation", 30);
        assertThat(challenge.limits().exam()).isEqualTo(Duration.ofSeconds(30));
        assertThat(challenge.limits().memoryMiB()).isEqualTo(Limits.DEFAULT.memoryMiB());
        assertThat(challenge.port()).isEqualTo(8080);
        assertThat(challenge.exam().paths()).containsExactly("EchoTests.java");
        assertThat(challenge.starters().get("java").text("Main.java")).contains("class Main {}\n");
        assertThat(challenge.mutants()).singleElement().satisfies(mutant -> {
            assertThat(mutant.name()).isEqualTo("upper");
            assertThat(mutant.files().text("main.py")).contains("import sys\nprint(\"ECHO\")\n");
            assertThat(mutant.mustFail()).containsExactly("EchoTests.repeatsTheText");
        });
        assertThat(challenge.contentHash()).matches("[0-9a-f]{64}");
    }

    @Test
    void theContentHashCoversEveryFileAndNothingElse() throws PackageException {
        String before = folder.read().contentHash();
        assertThat(folder.read().contentHash()).isEqualTo(before);

        folder.with("statement.md", "Another text");
        String changed = folder.read().contentHash();
        assertThat(changed).isNotEqualTo(before);

        folder.with("mutants/upper/extra.py", "pass\n");
        assertThat(folder.read().contentHash()).isNotIn(before, changed);
    }

    @Test
    void readsWhatTheExamReadsAndHashesIt() throws PackageException {
        String before = folder.read().contentHash();
        folder.with("exam/data/secret/1.in", "3 4\n").with("exam/data/words.txt", "echo\n");

        Challenge challenge = folder.read();

        assertThat(challenge.examData().files())
                .containsOnly(Map.entry("secret/1.in", "3 4\n"), Map.entry("words.txt", "echo\n"));
        assertThat(challenge.exam().paths()).containsExactly("EchoTests.java");
        assertThat(challenge.contentHash()).isNotEqualTo(before);
    }

    @Test
    void countsTheFilesThatTheExamReads() {
        for (int i = 0; i <= ExamData.MAX_FILES; i++) {
            folder.with("exam/data/" + i + ".in", "");
        }

        assertThat(folder.problems())
                .singleElement()
                .asString()
                .startsWith("exam/data: The exam has 1501 files of data; at most 1500 are allowed.");
    }

    @Test
    void whatLiesElsewhereInTheExamIsNamed() {
        folder.with("exam/dta/1.in", "");

        assertThat(folder.problems())
                .containsExactly("exam/dta/1.in: Only Java sources directly in exam/, what they read in exam/data/, and"
                        + " exam/validator/ belong to the exam. Move it there, or remove it.");
    }

    @Test
    void theIdIsTheFoldersNameEvenForARelativePath() throws PackageException {
        Path dotted = folder.path().resolve("exam").resolve("..");
        assertThat(PackageFolder.READER.readChallenge(dotted).id()).isEqualTo("echo");
    }

    @Test
    void problemsOfSeveralFilesComeTogether() {
        folder.replacing("challenge.yaml", "level: mid", "level: middle")
                .without("statement.md")
                .without("solutions/java/Main.java")
                .replacing("mutants/upper/mutant.yaml", "find: 'print", "find: 'prant");
        assertThat(folder.problems())
                .containsExactly(
                        "challenge.yaml:4: \"level\" is \"middle\". Allowed: junior, mid, senior.",
                        "mutants/upper/mutant.yaml:6: \"edits[0].find\" does not occur in main.py:"
                                + " \"prant(\"echo\")\". It must occur exactly once, spaces and line breaks included.",
                        "solutions: There are solutions for 1 of the environments; 2 are needed. Put one that passes"
                                + " every test into solutions/java.",
                        "statement.md: The file is missing. Write the task as the candidate reads it, in Markdown.");
    }

    @Test
    void anEnvironmentThatDoesNotExistIsNamedWithTheOnesThatDo() {
        folder.replacing("challenge.yaml", "[python, java]", "[pyton, java]");
        assertThat(folder.problems())
                .contains(
                        "challenge.yaml:6: \"environments\" names \"pyton\", which does not exist. Did you mean"
                                + " \"python\"? Allowed: java, node, php, python, ruby.",
                        "solutions/python: This is for no environment that challenge.yaml declares. Declare it under"
                                + " `environments`, or remove it. A folder here is called after its environment, or"
                                + " that and a variant, as `java-plain`. Allowed: java.");
    }

    @Test
    void anEnvironmentMayHaveSeveralSolutions() throws PackageException {
        folder.with("solutions/java-spring/Main.java", "class Main { int spring; }\n");
        assertThat(folder.read().solutions())
                .extracting(Solution::name, Solution::environment)
                .containsExactly(tuple("java", "java"), tuple("java-spring", "java"), tuple("python", "python"));

        folder.with("solutions/ruby-rack/main.rb", "puts 1\n");
        assertThat(folder.problems())
                .singleElement()
                .asString()
                .startsWith("solutions/ruby-rack: This is for no environment");
    }

    @Test
    void threeEnvironmentsNeedASolutionAndAllAStarter() throws PackageException {
        folder.replacing("challenge.yaml", "[python, java]", "[python, java, node, ruby]")
                .with("starter/node/main.js", "// to do\n")
                .with("starter/ruby/main.rb", "# to do\n");
        assertThat(folder.problems())
                .containsExactly("solutions: There are solutions for 2 of the environments; 3 are needed. Put one that"
                        + " passes every test into one of solutions/node, solutions/ruby.");

        folder.with("solutions/node/main.js", "console.log('echo')\n");
        assertThat(folder.read().solutions()).extracting(Solution::name).containsExactly("java", "node", "python");

        folder.replacing("mutants/upper/mutant.yaml", "environment: python", "environment: ruby");
        assertThat(folder.problems())
                .containsExactly("mutants/upper/mutant.yaml:1: \"environment\" is \"ruby\", for which there is no"
                        + " solution to be changed. Allowed: java, node, python.");

        folder.without("starter/ruby/main.rb");
        assertThat(folder.problems())
                .contains("starter/ruby: The folder is missing or empty. Put what the candidate opens for ruby there.");
    }

    @Test
    void anIdThatIsNotTheFoldersNameIsRefused() {
        folder.with("challenge.yaml", "id: ecko\n" + PackageFolder.CHALLENGE);
        assertThat(folder.problems())
                .containsExactly("challenge.yaml:1: \"id\" is \"ecko\", but the folder is called \"echo\"."
                        + " Rename one of them, or leave the key out.");
    }

    @Test
    void everyMissingPartIsNamed() {
        folder.without("exam/EchoTests.java").without("starter/python/main.py").without("mutants/upper/mutant.yaml");
        assertThat(folder.problems())
                .containsExactly(
                        "exam: The exam is missing. Write exam/<Name>Tests.java with methods annotated with @Test.",
                        "mutants: The folder is missing or empty. Add at least one wrong solution:"
                                + " mutants/<name>/mutant.yaml.",
                        "starter/python: The folder is missing or empty. Put what the candidate opens for python"
                                + " there.");
        folder.without("challenge.yaml");
        assertThat(folder.problems()).first().asString().startsWith("challenge.yaml: The file is missing. Create it");
    }

    @Test
    void anExamWithoutATestIsRefused() {
        folder.with("exam/EchoTests.java", "class EchoTests {\n  // @Test\n  void nothing() {}\n}\n");
        assertThat(folder.problems())
                .containsExactly("exam: The exam has no test. Write exam/<Name>Tests.java with methods annotated with"
                        + " @Test.");
    }

    @Test
    void aCategoryOfTheExamMustBeDeclared() {
        folder.replacing("exam/EchoTests.java", "@Category(\"validation\")", "@Category(\"validations\")");
        assertThat(folder.problems())
                .containsExactly("exam/EchoTests.java:9: The category \"validations\" is not declared in"
                        + " challenge.yaml. Did you mean \"validation\"? Allowed: correctness, validation.");
    }

    @Test
    void aStarterThatIsTheSolutionIsRefused() {
        folder.with("starter/java/Main.java", folder.text("solutions/java/Main.java"));
        assertThat(folder.problems()).singleElement().asString().startsWith("starter/java: The starter is the same");
    }
}

package dev.assay.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChallengePackageTest {

    private final PackageReader reader = new PackageReader(
            Existing.of(Set.of("java", "node", "php", "python", "ruby"), Set.of("postgresql", "redis")));
    private PackageFolder folder;

    @TempDir
    private Path parent;

    @BeforeEach
    void writeAValidPackage() {
        folder = PackageFolder.challenge(parent);
    }

    @Test
    void readsAllOfAValidPackage() throws PackageException {
        Challenge challenge = reader.readChallenge(folder.path());

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
        String before = reader.readChallenge(folder.path()).contentHash();
        assertThat(reader.readChallenge(folder.path()).contentHash()).isEqualTo(before);

        folder.with("statement.md", "Another text");
        String changed = reader.readChallenge(folder.path()).contentHash();
        assertThat(changed).isNotEqualTo(before);

        folder.with("mutants/upper/extra.py", "pass\n");
        assertThat(reader.readChallenge(folder.path()).contentHash()).isNotIn(before, changed);
    }

    @Test
    void readsWhatTheExamReadsAndHashesIt() throws PackageException {
        String before = reader.readChallenge(folder.path()).contentHash();
        folder.with("exam/data/secret/1.in", "3 4\n").with("exam/data/words.txt", "echo\n");

        Challenge challenge = reader.readChallenge(folder.path());

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

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("exam/data: The exam has 1501 files of data; at most 1500 are allowed.");
    }

    @Test
    void whatLiesElsewhereInTheExamIsNamed() {
        folder.with("exam/dta/1.in", "");

        assertThat(problems())
                .containsExactly("exam/dta/1.in: Only Java sources directly in exam/, what they read in exam/data/, and"
                        + " exam/validator/ belong to the exam. Move it there, or remove it.");
    }

    @Test
    void theIdIsTheFoldersNameEvenForARelativePath() throws PackageException {
        Path dotted = folder.path().resolve("exam").resolve("..");
        assertThat(reader.readChallenge(dotted).id()).isEqualTo("echo");
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

        Mutant mutant = reader.readChallenge(folder.path()).mutants().getFirst();

        assertThat(mutant.files().paths()).containsExactly("Extra.java", "Main.java");
        assertThat(mutant.files().text("Main.java")).contains("class Main { int wrong; }\n");
    }

    @Test
    void anUnknownKeyIsNamedWithItsLineAndTheNearestSpelling() {
        folder.with("challenge.yaml", PackageFolder.CHALLENGE + "lvl: mid\nenviroments: [java]\n");

        assertThat(problems())
                .containsExactly(
                        "challenge.yaml:12: Unknown key \"lvl\". Allowed: id, title, skills, track, level, minutes,"
                                + " environments, categories, form, limits, dependencies, thirdParties, port, reference, withoutMutant.",
                        "challenge.yaml:13: Unknown key \"enviroments\". Did you mean \"environments\"? Allowed: id,"
                                + " title, skills, track, level, minutes, environments, categories, form, limits,"
                                + " dependencies, thirdParties, port, reference, withoutMutant.");
    }

    @Test
    void anUnknownKeyInsideLimitsIsNamedWithItsPlace() {
        folder.replacing("challenge.yaml", "examSeconds", "examSecond");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("challenge.yaml:11: Unknown key \"limits.examSecond\". Did you mean \"examSeconds\"?");
    }

    @Test
    void missingKeysAreAllReported() {
        folder.with("challenge.yaml", "minutes: 45\n");
        assertThat(problems())
                .anyMatch(problem -> problem.contains("The key \"title\" is missing"))
                .anyMatch(problem -> problem.contains("The key \"skills\" is missing"))
                .anyMatch(problem -> problem.contains("The key \"track\" is missing"))
                .anyMatch(problem -> problem.contains("The key \"level\" is missing"))
                .anyMatch(problem -> problem.contains("The key \"environments\" is missing"))
                .anyMatch(problem -> problem.contains("The key \"categories\" is missing"));
    }

    @Test
    void problemsOfSeveralFilesComeTogether() {
        folder.replacing("challenge.yaml", "level: mid", "level: middle")
                .without("statement.md")
                .without("solutions/java/Main.java")
                .replacing("mutants/upper/mutant.yaml", "find: 'print", "find: 'prant");
        assertThat(problems())
                .containsExactly(
                        "challenge.yaml:4: \"level\" is \"middle\". Allowed: junior, mid, senior.",
                        "mutants/upper/mutant.yaml:6: \"edits[0].find\" does not occur in main.py:"
                                + " \"prant(\"echo\")\". It must occur exactly once, spaces and line breaks included.",
                        "solutions: There are solutions for 1 of the environments; 2 are needed. Put one that passes"
                                + " every test into solutions/java.",
                        "statement.md: The file is missing. Write the task as the candidate reads it, in Markdown.");
    }

    @Test
    void wrongTypesSayWhatIsThereAndWhatIsAllowed() {
        folder.replacing("challenge.yaml", "title: Echo service", "title: 2026")
                .replacing("challenge.yaml", "minutes: 45", "minutes: soon")
                .replacing("challenge.yaml", "skills: [http, concurrency]", "skills: http")
                .replacing("challenge.yaml", "limits:\n  examSeconds: 30", "limits: 30")
                .replacing("challenge.yaml", "correctness: 70", "correctness: 70.5");
        assertThat(problems())
                .containsExactly(
                        "challenge.yaml:1: \"title\" must be text, but is the number \"2026\". If it is meant as text,"
                                + " put it between quotes: \"2026\".",
                        "challenge.yaml:2: \"skills\" must be a list, but is the text \"http\". Write at least one"
                                + " entry, each in a line that begins with \"- \".",
                        "challenge.yaml:5: \"minutes\" must be a whole number, but is the text \"soon\". Allowed is a"
                                + " whole number from 5 to 480.",
                        "challenge.yaml:8: \"categories.correctness\" must be a whole number, but is the number"
                                + " \"70.5\". Allowed is a whole number from 1 to 100.",
                        "challenge.yaml:10: \"limits\" must be a mapping, but is the number \"30\". Write a mapping"
                                + " with the keys buildSeconds, readySeconds, examSeconds, buildCpuSeconds, cpuSeconds, memoryMiB, filesMiB, processes,"
                                + " outputKiB.");
    }

    @Test
    void numbersOutOfRangeNameTheRange() {
        folder.replacing("challenge.yaml", "minutes: 45", "minutes: 4000")
                .replacing("challenge.yaml", "examSeconds: 30", "examSeconds: 0")
                .with("challenge.yaml", text("challenge.yaml") + "port: 80\n");
        assertThat(problems())
                .containsExactly(
                        "challenge.yaml:5: \"minutes\" is 4000. Allowed is a whole number from 5 to 480.",
                        "challenge.yaml:11: \"limits.examSeconds\" is 0. Allowed is a whole number from 1 to 600.",
                        "challenge.yaml:12: \"port\" is 80. Allowed is a whole number from 1024 to 32767.");
    }

    @Test
    void aKeyGivenTwiceNamesBothLines() {
        folder.with("challenge.yaml", PackageFolder.CHALLENGE + "title: Again\n");
        assertThat(problems())
                .containsExactly(
                        "challenge.yaml:12: The key \"title\" is given twice, first in line 1." + " Keep one of them.");
    }

    @Test
    void brokenYamlIsReportedWithItsLine() {
        folder.replacing("challenge.yaml", "title: Echo service", "title: Echo: a service");
        assertThat(problems())
                .contains("challenge.yaml:1: This is not valid YAML: mapping values are not allowed here. Put text that"
                        + " has : or # or quotes in it between quotes, and indent with spaces.");
    }

    @Test
    void aYamlFileThatIsEmptyOrNoMappingIsReportedOnce() {
        folder.with("challenge.yaml", "- a\n- b\n");
        assertThat(problems()).first().asString().startsWith("challenge.yaml:1: The file does not hold keys");
        folder.with("challenge.yaml", "");
        assertThat(problems()).first().asString().startsWith("challenge.yaml: The file does not hold keys");
    }

    @Test
    void yamlBombsAreRefusedWithoutUnfolding() {
        folder.with("challenge.yaml", "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n");
        assertThat(problems()).contains("challenge.yaml:2: The alias \"*a\" is not allowed. Write the value out.");
        folder.with("challenge.yaml", "skills: " + "[".repeat(5000) + "]".repeat(5000));
        assertThat(problems())
                .first()
                .asString()
                .startsWith("challenge.yaml: This is not valid YAML: Nesting Depth exceeded");
    }

    @Test
    void yamlTagsCreateNothing() {
        folder.replacing("challenge.yaml", "title: Echo service", "title: !!java.net.URL [\"http://localhost\"]");
        assertThat(problems())
                .first()
                .asString()
                .startsWith("challenge.yaml:1: This is not valid YAML: Global tag is not allowed");
    }

    @Test
    void controlCharactersOfAPackageNeverReachTheTerminal() {
        folder.with("challenge.yaml", PackageFolder.CHALLENGE + "\"\\e[31mred\\u202e\": 1\n");
        assertThat(problems()).singleElement().asString().startsWith("challenge.yaml:12: Unknown key \"?[31mred?\"");
    }

    @Test
    void anEnvironmentThatDoesNotExistIsNamedWithTheOnesThatDo() {
        folder.replacing("challenge.yaml", "[python, java]", "[pyton, java]");
        assertThat(problems())
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
        assertThat(reader.readChallenge(folder.path()).solutions())
                .extracting(Solution::name, Solution::environment)
                .containsExactly(tuple("java", "java"), tuple("java-spring", "java"), tuple("python", "python"));

        folder.with("solutions/ruby-rack/main.rb", "puts 1\n");
        assertThat(problems()).singleElement().asString().startsWith("solutions/ruby-rack: This is for no environment");
    }

    @Test
    void thirdPartiesHaveNamesOfTheirOwn() throws PackageException {
        folder.with("challenge.yaml", text("challenge.yaml") + "thirdParties: [payments, mail-out]\n");
        assertThat(reader.readChallenge(folder.path()).companions().thirdParties())
                .containsExactly("payments", "mail-out");

        folder.replacing("challenge.yaml", "[payments, mail-out]", "[Payments, redis, mail, mail]");
        assertThat(problems())
                .anyMatch(problem -> problem.contains("names \"Payments\", which cannot be a third party's name"))
                .anyMatch(problem -> problem.contains("names \"redis\", which cannot be a third party's name"))
                .anyMatch(problem -> problem.contains("has \"mail\" twice"))
                .hasSize(3);
    }

    @Test
    void aReferenceIsASolutionForEachEnvironment() throws PackageException {
        folder.with("challenge.yaml", text("challenge.yaml") + "reference: true\n");
        assertThat(reader.readChallenge(folder.path()).companions().references())
                .containsOnlyKeys("java", "python");

        folder.replacing("challenge.yaml", "[python, java]", "[python, java, node, ruby]")
                .with("starter/node/main.js", "// to do\n")
                .with("starter/ruby/main.rb", "# to do\n")
                .with("solutions/node/main.js", "console.log('echo')\n");
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("\"reference\" is true, but there is no solution for ruby to compare a submission with");

        folder.replacing("challenge.yaml", "reference: true", "reference: sure");
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("\"reference\" is \"sure\". Write `reference: true`");
    }

    @Test
    void threeEnvironmentsNeedASolutionAndAllAStarter() throws PackageException {
        folder.replacing("challenge.yaml", "[python, java]", "[python, java, node, ruby]")
                .with("starter/node/main.js", "// to do\n")
                .with("starter/ruby/main.rb", "# to do\n");
        assertThat(problems())
                .containsExactly("solutions: There are solutions for 2 of the environments; 3 are needed. Put one that"
                        + " passes every test into one of solutions/node, solutions/ruby.");

        folder.with("solutions/node/main.js", "console.log('echo')\n");
        assertThat(reader.readChallenge(folder.path()).solutions())
                .extracting(Solution::name)
                .containsExactly("java", "node", "python");

        folder.replacing("mutants/upper/mutant.yaml", "environment: python", "environment: ruby");
        assertThat(problems())
                .containsExactly("mutants/upper/mutant.yaml:1: \"environment\" is \"ruby\", for which there is no"
                        + " solution to be changed. Allowed: java, node, python.");

        folder.without("starter/ruby/main.rb");
        assertThat(problems())
                .contains("starter/ruby: The folder is missing or empty. Put what the candidate opens for ruby there.");
    }

    @Test
    void aTestMayHaveAReasonInPlaceOfAMutant() throws Exception {
        folder.with(
                "challenge.yaml",
                PackageFolder.CHALLENGE + "withoutMutant:\n  EchoTests.refusesNothing: Nobody errs here.\n");

        assertThat(reader.readChallenge(folder.path()).withoutMutant())
                .containsExactly(Map.entry("EchoTests.refusesNothing", "Nobody errs here."));
    }

    @Test
    void aReasonIsForATestThatNoMutantFails() {
        folder.with(
                "challenge.yaml",
                PackageFolder.CHALLENGE
                        + "withoutMutant:\n  EchoTests.repeatsTheText: None.\n  EchoTests.refuses: None.\n");

        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(
                                "challenge.yaml:13: \"withoutMutant.EchoTests.repeatsTheText\" has a reason, but the mutant"
                                        + " upper fails it"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("challenge.yaml:14: \"withoutMutant.EchoTests.refuses\" is no test of the exam"));
    }

    @Test
    void dependenciesComeWithTheirSeeds() throws PackageException {
        folder.with("challenge.yaml", PackageFolder.CHALLENGE + "dependencies: []\n");
        assertThat(reader.readChallenge(folder.path()).dependencies()).isEmpty();

        folder.with("challenge.yaml", PackageFolder.CHALLENGE + "dependencies: [redis, postgresql]\n");
        folder.with("seed/postgresql/1-tables.sql", "create table t ();\n");
        assertThat(reader.readChallenge(folder.path()).dependencies())
                .containsExactly(
                        new Dependency("redis", SourceFiles.empty()),
                        new Dependency("postgresql", SourceFiles.of(Map.of("1-tables.sql", "create table t ();\n"))));

        folder.with("challenge.yaml", PackageFolder.CHALLENGE + "dependencies: [redis, kafka]\n");
        assertThat(problems())
                .containsExactly(
                        "challenge.yaml:12: \"dependencies\" names \"kafka\", which does not exist."
                                + " Allowed: postgresql, redis.",
                        "seed/postgresql: This is for no dependency that challenge.yaml declares. Declare it under"
                                + " `dependencies`, or remove it. Allowed: redis.");
    }

    @Test
    void anIdThatIsNotTheFoldersNameIsRefused() {
        folder.with("challenge.yaml", "id: ecko\n" + PackageFolder.CHALLENGE);
        assertThat(problems())
                .containsExactly("challenge.yaml:1: \"id\" is \"ecko\", but the folder is called \"echo\"."
                        + " Rename one of them, or leave the key out.");
    }

    @Test
    void everyMissingPartIsNamed() {
        folder.without("exam/EchoTests.java").without("starter/python/main.py").without("mutants/upper/mutant.yaml");
        assertThat(problems())
                .containsExactly(
                        "exam: The exam is missing. Write exam/<Name>Tests.java with methods annotated with @Test.",
                        "mutants: The folder is missing or empty. Add at least one wrong solution:"
                                + " mutants/<name>/mutant.yaml.",
                        "starter/python: The folder is missing or empty. Put what the candidate opens for python"
                                + " there.");
        folder.without("challenge.yaml");
        assertThat(problems()).first().asString().startsWith("challenge.yaml: The file is missing. Create it");
    }

    @Test
    void anExamWithoutATestIsRefused() {
        folder.with("exam/EchoTests.java", "class EchoTests {\n  // @Test\n  void nothing() {}\n}\n");
        assertThat(problems())
                .containsExactly("exam: The exam has no test. Write exam/<Name>Tests.java with methods annotated with"
                        + " @Test.");
    }

    @Test
    void aCategoryOfTheExamMustBeDeclared() {
        folder.replacing("exam/EchoTests.java", "@Category(\"validation\")", "@Category(\"validations\")");
        assertThat(problems())
                .containsExactly("exam/EchoTests.java:9: The category \"validations\" is not declared in"
                        + " challenge.yaml. Did you mean \"validation\"? Allowed: correctness, validation.");
    }

    @Test
    void aStarterThatIsTheSolutionIsRefused() {
        folder.with("starter/java/Main.java", text("solutions/java/Main.java"));
        assertThat(problems()).singleElement().asString().startsWith("starter/java: The starter is the same");
    }

    @Test
    void aMutantMustNameTestsOfTheExam() {
        folder.replacing("mutants/upper/mutant.yaml", "repeatsTheText", "repeatTheText");
        assertThat(problems())
                .containsExactly("mutants/upper/mutant.yaml:3: \"fails\" names \"EchoTests.repeatTheText\", which is no"
                        + " test of the exam. Did you mean \"EchoTests.repeatsTheText\"? Allowed:"
                        + " EchoTests.refusesNothing, EchoTests.repeatsTheText.");
    }

    @Test
    void aMutantsEditMustFindItsTextExactlyOnce() {
        folder.with("solutions/python/main.py", "print(\"echo\")\n\nprint(\"echo\")\n");
        assertThat(problems())
                .containsExactly("mutants/upper/mutant.yaml:6: \"edits[0].find\" occurs 2 times in main.py, in the"
                        + " lines [1, 3]. It must occur exactly once, spaces and line breaks included.");
    }

    @Test
    void mutantsThatCannotBeMadeAreNotTakenForTheSame() {
        folder.replacing("mutants/upper/mutant.yaml", "find: 'print", "find: 'prant")
                .with("mutants/lower/mutant.yaml", text("mutants/upper/mutant.yaml"));

        assertThat(problems()).hasSize(2).allMatch(problem -> problem.contains("\"edits[0].find\" does not occur"));
    }

    @Test
    void aMutantsEditMustNameAFileOfTheSolution() {
        folder.replacing("mutants/upper/mutant.yaml", "main.py", "mian.py");
        assertThat(problems())
                .containsExactly("mutants/upper/mutant.yaml:5: \"edits[0].file\" is \"mian.py\", which the solution"
                        + " does not have. Did you mean \"main.py\"? Allowed: main.py.");
    }

    @Test
    void aMutantMustChangeSomething() {
        folder.replacing("mutants/upper/mutant.yaml", "ECHO", "echo");
        assertThat(problems()).singleElement().asString().contains("The mutant is the same as the solution");
        folder.with("mutants/upper/mutant.yaml", "environment: java\nidea: none\nfails: [EchoTests.refusesNothing]\n");
        assertThat(problems()).singleElement().asString().contains("The mutant changes nothing");
    }

    private String text(String file) {
        try {
            return Files.readString(folder.path().resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> problems() {
        return PackageFolder.problemsOf(() -> reader.readChallenge(folder.path()));
    }

    @Test
    void aValidatorIsAProgramInALanguageThatCanBeRun() throws PackageException {
        folder.with("exam/validator/python/main.py", "exit(42)\n");
        Validator validator =
                reader.readChallenge(folder.path()).companions().validator().orElseThrow();
        assertThat(validator.language()).isEqualTo("python");
        assertThat(validator.files().paths()).containsExactly("main.py");

        folder.with("exam/validator/cobol/main.cob", "STOP RUN.\n");
        assertThat(problems())
                .containsExactly(
                        "exam/validator: There is more than one validator: cobol, python. Keep one folder, called after its"
                                + " language.");

        folder.without("exam/validator/python/main.py");
        assertThat(problems())
                .containsExactly(
                        "exam/validator/cobol: There is nothing to run a validator in \"cobol\" with. Allowed: java,"
                                + " node, php, python, ruby.");

        folder.without("exam/validator/cobol/main.cob").with("exam/validator/main.py", "exit(42)\n");
        assertThat(problems())
                .containsExactly(
                        "exam/validator/main.py: This is a file, not a folder. Put it into a folder that is called"
                                + " after its language. Allowed: java, node, php, python, ruby.");
    }

    @Test
    void somePortsAreKeptForWhatStandsBesideASubmission() {
        for (int port : List.of(7000, 7009)) {
            folder.with("challenge.yaml", text("challenge.yaml").replaceAll("port: .*\n", "") + "port: " + port + "\n");
            assertThat(problems())
                    .containsExactly(
                            "challenge.yaml:12: \"port\" is " + port + ", which is kept for what stands beside a"
                                    + " submission. Choose one outside 7000 to 7009, or leave it out.");
        }
    }
}

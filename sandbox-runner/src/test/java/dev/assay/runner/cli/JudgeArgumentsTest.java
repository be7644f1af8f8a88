package dev.assay.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class JudgeArgumentsTest {

    @TempDir
    private Path folder;

    private Path challenge;
    private Path code;

    @BeforeEach
    void writeAPackageAndCode() throws IOException {
        challenge = folder.resolve("library/coding/echo");
        code = folder.resolve("code");
        write(challenge.resolve("challenge.yaml"), """
                title: Echo
                skills: [http]
                track: developer
                level: junior
                minutes: 30
                environments: [python]
                categories: {correctness: 1}
                """);
        write(challenge.resolve("statement.md"), "Echo.\n");
        write(challenge.resolve("exam/EchoTests.java"), "class EchoTests { @Test void echoes() {} }\n");
        write(challenge.resolve("starter/python/main.py"), "pass\n");
        write(challenge.resolve("solutions/python/main.py"), "echo\n");
        write(challenge.resolve("mutants/silent/mutant.yaml"), """
                environment: python
                idea: Says nothing
                fails: [EchoTests.echoes]
                edits: [{file: main.py, find: echo, replace: ""}]
                """);
        write(code.resolve("main.py"), "echo\n");
    }

    @Test
    void aMissingOrUnknownCommandIsAUsageError() {
        assertThat(run()).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("Which command?", "judge");
        });
        assertThat(run("jugde").exitCode()).isEqualTo(2);
        assertThat(run("jugde").err()).contains("jugde").contains("judge");
    }

    @Test
    void veryManyProblemsAreNotAllPrinted() throws IOException {
        for (int i = 0; i < 100; i++) {
            write(challenge.resolve("unknown" + i), "");
        }

        CommandRun run = judge("echo", "python", code);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(" more problems; ");
        assertThat(run.err().lines()).hasSizeLessThan(50);
        assertThat(judge("echo", "python", code, "--json").json().get("problems"))
                .hasSizeGreaterThan(99);
    }

    @Test
    void helpExplainsTheExitCodes() {
        CommandRun run = run("judge", "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("PACKAGE", "DIR", "--environment", "3   a fault of Assay");
    }

    @Test
    void aMissingEnvironmentOrAnUnknownOptionIsAUsageError() {
        assertThat(run("judge", "echo", code.toString()))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("--environment"));
        assertThat(judge("echo", "python", code, "--jason"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("--jason"));
    }

    @Test
    void aMutantIsJudgedInItsOwnEnvironmentAndPackage() throws IOException {
        write(challenge.resolve("challenge.yaml"), """
                title: Echo
                skills: [http]
                track: developer
                level: junior
                minutes: 30
                environments: [python, node]
                categories: {correctness: 1}
                """);
        write(challenge.resolve("starter/node/main.js"), "0\n");
        write(challenge.resolve("solutions/node/main.js"), "1\n");
        assertThat(judge("echo", "node", challenge.resolve("mutants/silent"))).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("The mutant silent is written for python; pass --environment python.");
        });
        write(code.resolve("mutant.yaml"), "environment: python\n");
        assertThat(judge("echo", "python", code)).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("echo has no mutant \"code\"");
        });
    }

    @Test
    void aPackageThatDoesNotExistIsNamedWithThoseThatDo() {
        assertThat(judge("ecko", "python", code)).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualTo("assay: There is no folder \"ecko\" and no package of this name in the library."
                            + " The library has: echo.\n");
        });
        assertThat(judge(folder.resolve("nowhere").toString(), "python", code).err())
                .contains("The folder does not exist");
    }

    @Test
    void aPackageThatIsAFileIsRefused() {
        CommandRun run = judge(code.resolve("main.py").toString(), "python", code);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("This is a file, not a folder");
    }

    @Test
    void everyProblemOfThePackageHasItsLine() throws IOException {
        write(challenge.resolve("challenge.yaml"), Files.readString(challenge.resolve("challenge.yaml")) + "lvl: 1\n");
        Files.delete(challenge.resolve("statement.md"));
        CommandRun run = judge("echo", "python", code);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("  challenge.yaml:8: Unknown key \"lvl\"", "  statement.md: The file is missing");
        assertThat(run.out()).isEmpty();

        CommandRun json = judge("echo", "python", code, "--json");
        assertThat(json.exitCode()).isEqualTo(2);
        assertThat(json.json().get("error").asString()).contains("cannot be used");
        JsonNode problem = json.json().get("problems").get(0);
        assertThat(problem.get("file").asString()).isEqualTo("challenge.yaml");
        assertThat(problem.get("line").asInt()).isEqualTo(8);
        assertThat(problem.get("remedy").asString()).startsWith("Allowed:");
    }

    @Test
    void anUnknownEnvironmentIsNamedWithTheAllowedOnes() {
        CommandRun run = judge("echo", "cobol", code);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("assay: The challenge echo has no environment \"cobol\". Allowed: python.\n");
    }

    @Test
    void codeThatIsNoFolderIsRefused() throws IOException {
        assertThat(judge("echo", "python", folder.resolve("nowhere")))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("nowhere", "The folder does not exist"));
        assertThat(judge("echo", "python", code.resolve("main.py")))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("This is a file, not a folder"));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(judge("echo", "python", empty))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("The folder has no file"));
    }

    @Test
    void anEngineThatIsDownIsAFaultOfThisMachineWithItsRemedy() {
        CommandRun run = judge("echo", "python", code);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("Docker does not answer at unix://", "start it")
                .doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();

        CommandRun json = judge("echo", "python", code, "--json");
        assertThat(json.exitCode()).isEqualTo(3);
        assertThat(json.json().get("error").asString()).contains("Docker does not answer");
    }

    @Test
    void usageErrorsAreOneJsonObjectToo() {
        CommandRun run = run("judge", "echo", code.toString(), "--json");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.json().get("error").asString()).contains("--environment");
        assertThat(run.json().get("problems").isArray()).isTrue();
        assertThat(run.err()).isEmpty();
    }

    private CommandRun judge(String challenge, String environment, Path directory, String... more) {
        String[] args = new String[5 + more.length];
        args[0] = "judge";
        args[1] = challenge;
        args[2] = "--environment";
        args[3] = environment;
        args[4] = directory.toString();
        System.arraycopy(more, 0, args, 5, more.length);
        return run(args);
    }

    private CommandRun run(String... args) {
        return CommandRun.withoutEngine(folder, args);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

package dev.assay.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Mutant;
import dev.assay.runner.LocalRunner;
import dev.assay.runner.RunnerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The shell commands with a real engine: what scripts rely on, end to end. */
class CommandsOnDockerTest {

    private static final Path LIBRARY = Path.of("..", "challenges", "library");
    private static final Path CHALLENGE = LIBRARY.resolve("coding/url-shortener");

    @TempDir
    private static Path cache;

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireDocker() {
        try (LocalRunner runner = LocalRunner.start(settings())) {
            Optional<String> reason = runner.unavailableBecause();
            assumeTrue(reason.isEmpty(), reason::orElseThrow);
        }
    }

    @Test
    void aSolutionIsAcceptedWithExitCode0AndOneJsonObject() {
        CommandRun run = judge(CHALLENGE.toString(), "python", CHALLENGE.resolve("solutions/python"), "--json");

        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        JsonNode json = run.json();
        assertThat(json.get("verdict").asString()).isEqualTo("ACCEPTED");
        assertThat(json.get("score").asInt()).isEqualTo(100);
        assertThat(json.get("timings").get("total").asLong()).isPositive();
        assertThat(json.get("tests"))
                .hasSizeGreaterThanOrEqualTo(14)
                .allSatisfy(test -> assertThat(test.get("status").asString()).isEqualTo("PASSED"));
        assertThat(run.err()).contains("building", "examining with");
    }

    @Test
    void aMutantHasExitCode1AndFailsTheTestsThatItNames() throws Exception {
        Challenge challenge = LocalRunner.packages().readChallenge(CHALLENGE);
        Mutant mutant = challenge.mutants().stream()
                .filter(candidate -> candidate.environment().equals("python"))
                .findFirst()
                .orElseThrow();

        CommandRun run =
                judge("url-shortener", "python", CHALLENGE.resolve("mutants").resolve(mutant.name()), "--json");

        assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(1);
        assertThat(run.json().get("verdict").asString()).isEqualTo("PARTIAL");
        Set<String> failed = new TreeSet<>();
        StreamSupport.stream(run.json().get("tests").spliterator(), false)
                .filter(test -> !test.get("status").asString().equals("PASSED"))
                .forEach(test -> failed.add(test.get("name").asString()));
        assertThat(failed).isEqualTo(mutant.mustFail());
    }

    @Test
    void codeThatDoesNotCompileShowsItsBuildLogInert() throws IOException {
        write(Map.of("main.py", "def broken(:\n    '\u001b[31m'\n"));

        CommandRun run = judge("url-shortener", "python", folder);

        assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(1);
        assertThat(run.out()).contains("COMPILE_ERROR", "Build log:", "main.py").doesNotContain("\u001b");
    }

    @Test
    void doctorFindsThatJudgingIsPossible() {
        CommandRun run = CommandRun.run(LIBRARY, settings(), "doctor", "--json");

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.json().get("judgingPossible").asBoolean()).isTrue();
        assertThat(run.json().get("checks"))
                .filteredOn(check -> check.get("name").asString().equals("Docker API"))
                .singleElement()
                .satisfies(check -> assertThat(check.get("found").asString()).matches("\\d+\\.\\d+"));
    }

    private static CommandRun judge(String challenge, String environment, Path code, String... more) {
        String[] args = new String[5 + more.length];
        System.arraycopy(
                new String[] {"judge", challenge, "--environment", environment, code.toString()}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        return CommandRun.run(LIBRARY, settings(), args);
    }

    private void write(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static RunnerSettings settings() {
        RunnerSettings defaults = RunnerSettings.defaults();
        return new RunnerSettings(defaults.dockerHost(), defaults.runtime(), 1, 1, cache);
    }
}

package dev.assay.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.runner.LocalRunner;
import dev.assay.runner.RunnerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A small problem package of our own, imported and checked from the shell.
 *
 * <p>Nothing is fetched here. By hand these were imported, with all submissions that can be judged as labelled: of
 * {@code github.com/mzuenni/icpc-problems} at 99db673945624626d35d8f571350b2090db21b09 {@code flatlandolympics},
 * {@code decryptingzodiac} and {@code indexcase}, and with their own validators {@code loopinvariant} and {@code infinityissues}; of {@code github.com/RagnarGrootKoerkamp/BAPCtools} at
 * b6e8c800a23dbc8a99f2455fa54c49e2264cc6de {@code test/problems/hello}. More on them is in {@code docs/import.md}.
 */
class ImportOnDockerIT {

    private static final Path LIBRARY = Path.of("..", "challenges", "library");
    private static final Path PACKAGES = Path.of("..", "challenges", "format", "src", "test", "resources", "icpc");

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
    void whatIsImportedKeepsWhatItPromises() {
        JsonNode report = imported("sumup");

        assertThat(report.get("secretCases").asInt()).isEqualTo(3);
        assertThat(judged(report))
                .containsExactly(
                        "submissions/accepted/Adder.java solution accepted",
                        "submissions/accepted/sum.py solution accepted",
                        "submissions/run_time_error/eleven mutant run-time error",
                        "submissions/time_limit_exceeded/counts.py mutant time limit exceeded",
                        "submissions/wrong_answer/Overflow.java mutant wrong answer",
                        "submissions/wrong_answer/no_refunds.py mutant wrong answer");
        succeeds("check", folder.resolve("sumup").toString());
    }

    @Test
    void comparesNumbersWithTheToleranceOfThePackage() {
        CommandRun imported = succeeds("import", PACKAGES.resolve("halves").toString(), "--into", folder.toString());

        assertThat(imported.out()).contains("3 solutions, 1 mutant.");
    }

    @Test
    void asksTheValidatorOfThePackage() {
        JsonNode report = imported("pairs");

        assertThat(report.get("validator").asString()).isEqualTo("python");
        assertThat(judged(report))
                .containsExactly(
                        "submissions/accepted/half.py solution accepted",
                        "submissions/accepted/other_half.js solution accepted",
                        "submissions/wrong_answer/nothing.py mutant wrong answer",
                        "submissions/wrong_answer/one.py mutant wrong answer");
        succeeds("check", folder.resolve("pairs").toString());
    }

    private JsonNode imported(String name) {
        return succeeds("import", PACKAGES.resolve(name).toString(), "--into", folder.toString(), "--json")
                .json();
    }

    /** Path, use and end of each submission. */
    private static List<String> judged(JsonNode report) {
        return StreamSupport.stream(report.get("submissions").spliterator(), false)
                .map(one -> one.get("path").asString() + " " + one.get("use").asString() + " "
                        + one.get("seen").asString())
                .toList();
    }

    private static CommandRun succeeds(String... args) {
        CommandRun run = CommandRun.run(LIBRARY, settings(), args);
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        return run;
    }

    private static RunnerSettings settings() {
        RunnerSettings defaults = RunnerSettings.defaults();
        return new RunnerSettings(
                defaults.dockerHost(),
                defaults.runtime(),
                1,
                1,
                Path.of("target", "cache").toAbsolutePath());
    }
}

package dev.assay.runner.cli;

import dev.assay.runner.RunnerSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of a command inside the test, with what it printed. */
record CommandRun(int exitCode, String out, String err) {

    /** With an engine that cannot be reached, so that no test here depends on Docker. */
    static CommandRun withoutEngine(Path folder, String... args) {
        return run(
                folder.resolve("library"),
                new RunnerSettings("unix://" + folder.resolve("no.sock"), "runc", 1, 1, folder.resolve("cache")),
                args);
    }

    static CommandRun run(Path library, RunnerSettings settings, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                library,
                Clock.systemUTC(),
                () -> settings);
        int exitCode = Main.run(shell, args);
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Standard output as the one JSON object that it must be. */
    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}

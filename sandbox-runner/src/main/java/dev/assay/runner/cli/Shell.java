package dev.assay.runner.cli;

import dev.assay.runner.RunnerSettings;
import dev.assay.runner.judging.Bounds;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a command touches of the process that it runs in.
 *
 * @param out results
 * @param err progress and errors
 * @param terminal whether a person watches; progress then rewrites its line
 * @param colours whether colours may be used
 * @param library folder of the packages that ship
 * @param settings refuses, with an {@link IllegalArgumentException} for people, settings that cannot be used
 */
record Shell(
        PrintStream out,
        PrintStream err,
        boolean terminal,
        boolean colours,
        Path library,
        Clock clock,
        Supplier<RunnerSettings> settings) {

    static Shell ofThisProcess() {
        boolean terminal = isTerminal();
        return new Shell(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                terminal,
                terminal && System.getenv("NO_COLOR") == null,
                Path.of(System.getProperty("assay.library", "challenges/library")),
                Clock.systemUTC(),
                Shell::settingsOfThisProcess);
    }

    /** JDK 25 went back to having no console where there is no terminal; the check believes that of JDK 22 to 24. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static RunnerSettings settingsOfThisProcess() {
        RunnerSettings settings = RunnerSettings.defaults();
        return new RunnerSettings(
                        settings.dockerHost(),
                        System.getProperty("assay.sandbox.runtime", settings.runtime()),
                        settings.slots(),
                        settings.queueCapacity(),
                        Optional.ofNullable(System.getProperty("assay.cache"))
                                .map(Path::of)
                                .orElse(settings.cache()))
                .withBounds(Bounds.of(Shell::setting));
    }

    /** By the name that the server knows it by, as a system property or as an environment variable. */
    private static Optional<String> setting(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }

    /** UTF-8 whatever the locale says, so that a report looks the same in a minimal container. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    RunnerSettings usableSettings() throws Failure {
        try {
            return settings.get();
        } catch (IllegalArgumentException e) {
            throw Failure.usage(e.getMessage() + ". Correct DOCKER_HOST or the option, or leave it out.");
        }
    }

    Style style() {
        return new Style(colours);
    }
}

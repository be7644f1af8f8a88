package dev.assay.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The program {@code runsc}: the one that {@code ASSAY_RUNSC} names, or else that of this machine. Where there is none, the
 * tests are skipped.
 */
final class InstalledGvisor implements BeforeAllCallback {

    private final Optional<Path> program;

    InstalledGvisor() {
        String named = System.getenv("ASSAY_RUNSC");
        program = named != null && !named.isBlank() ? Optional.of(Path.of(named)) : onPath();
    }

    private static Optional<Path> onPath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(":", -1)).filter(folder -> !folder.isEmpty()), Stream.of("/usr/bin"))
                .map(folder -> Path.of(folder, "runsc"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What an engine's {@code daemon.json} must say to have it by this name. */
    String registeredAs(String name, String arguments) {
        return "\"" + name + "\": {\"path\": \"" + program.orElse(Path.of("runsc")) + "\", \"runtimeArgs\": ["
                + arguments + "]}";
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (program.isEmpty()) {
            throw Skipped.because(
                    "under gVisor: this machine has no runsc; install it (Debian: apt-get install runsc), or name it in ASSAY_RUNSC");
        }
    }
}

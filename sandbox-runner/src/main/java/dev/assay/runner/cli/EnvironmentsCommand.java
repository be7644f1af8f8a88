package dev.assay.runner.cli;

import dev.assay.runner.LocalRunner;
import dev.assay.runner.sandbox.SandboxFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "environments",
        mixinStandardHelpOptions = true,
        description = "Says what is in the environments and dependencies, by asking their images, in Markdown.")
final class EnvironmentsCommand implements Callable<Integer> {

    private final Shell shell;

    @Option(names = "--write", paramLabel = "FILE", description = "writes it into this file instead of showing it")
    private @Nullable Path file;

    EnvironmentsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Failure {
        String page = page();
        if (file == null) {
            shell.out().print(page);
            return ExitCode.OK;
        }
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw Failure.usage("The file " + file + " cannot be written (" + e.getMessage() + "). Give another one.");
        }
        return ExitCode.OK;
    }

    private String page() throws Failure {
        try (LocalRunner runner = LocalRunner.start(shell.usableSettings())) {
            Optional<String> reason = runner.unavailableBecause();
            if (reason.isPresent()) {
                throw Failure.fault(reason.get());
            }
            Progress progress = new Progress(shell);
            try {
                return runner.environmentsPage(progress::detail);
            } catch (SandboxFault fault) {
                throw Failure.fault(fault.explanation());
            } finally {
                progress.finish();
            }
        }
    }
}

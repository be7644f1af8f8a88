package dev.assay.runner.cli;

import dev.assay.runner.LocalRunner;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description = "Builds the images of all environments, so that no submission has to wait for them.")
final class PrepareCommand implements Callable<Integer> {

    private final Shell shell;

    PrepareCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Failure {
        try (LocalRunner runner = LocalRunner.start(shell.usableSettings())) {
            Optional<String> reason = runner.unavailableBecause();
            if (reason.isPresent()) {
                throw Failure.fault(reason.get());
            }
            Progress progress = new Progress(shell);
            for (String environment : LocalRunner.environments()) {
                progress.phase("image for " + environment);
                runner.prepare(environment, progress::detail);
            }
            progress.finish();
        }
        return ExitCode.OK;
    }
}

package dev.assay.runner.cli;

import dev.assay.runner.LocalRunner;
import dev.assay.runner.RunnerSettings;
import dev.assay.runner.sandbox.EngineFacts;
import dev.assay.runner.sandbox.SandboxFault;
import dev.assay.runner.sandbox.docker.DockerEngineFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what this machine lacks for safe judging, each with the remedy.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:judging is possible", "1:something that judging needs is missing", "2:wrong arguments"})
final class DoctorCommand implements Callable<Integer> {

    private final Shell shell;

    @Option(names = "--json", description = "Print one JSON object instead of a report.")
    private boolean json;

    /** What {@code doctor --json} prints. */
    record Report(boolean judgingPossible, List<Check> checks) {}

    DoctorCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Failure {
        List<Check> checks = checks(shell.usableSettings());
        boolean possible = checks.stream().noneMatch(check -> check.status() == Check.Status.MISSING);
        if (json) {
            Json.print(shell.out(), new Report(possible, checks));
        } else {
            checks.forEach(this::print);
            shell.out().println(possible ? "Judging is possible on this machine." : "Judging is not possible yet.");
        }
        return possible ? ExitCode.OK : ExitCode.NOT_ACCEPTED;
    }

    private List<Check> checks(RunnerSettings settings) {
        EngineFacts engine = new DockerEngineFacts(settings.dockerHost());
        try {
            EngineFacts.Report facts = engine.read();
            // Of an engine on another machine, this machine's packages tell nothing.
            Changelogs changelogs = facts.onThisMachine()
                    ? new InstalledChangelogs(InstalledChangelogs.DOCUMENTATION)
                    : (debianPackage, version) -> Optional.empty();
            return new Examination(facts, settings, changelogs)
                    .checks(LocalRunner.environments(), shell.clock().instant(), freeDisk(facts));
        } catch (SandboxFault fault) {
            return List.of(Check.missing(
                    "Docker engine",
                    fault.explanation(),
                    "When it runs, run ./assay doctor again: nothing else could be checked."));
        }
    }

    private static OptionalLong freeDisk(EngineFacts.Report facts) {
        Path folder = Path.of(facts.folder());
        try {
            return facts.onThisMachine() && Files.exists(folder)
                    ? OptionalLong.of(Files.getFileStore(folder).getUsableSpace())
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private void print(Check check) {
        String status = String.format(Locale.ROOT, "%-7s", check.status().name().toLowerCase(Locale.ROOT));
        String coloured = switch (check.status()) {
            case OK, HINT -> shell.style().good(status);
            case WARNING -> shell.style().doubtful(status);
            case MISSING -> shell.style().bad(status);
        };
        shell.out().println(coloured + "  " + check.name() + ": " + Inert.line(check.found()));
        if (!check.remedy().isEmpty()) {
            shell.out().println("         → " + check.remedy());
        }
    }
}

package dev.assay.runner.cli;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.PackageException;
import dev.assay.runner.LocalRunner;
import dev.assay.runner.RunnerSettings;
import dev.assay.runner.check.CheckReport;
import dev.assay.runner.check.Checker;
import dev.assay.runner.sandbox.SandboxFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Judges all that is in challenge packages, and says what is not as they promise:",
            "starters build and are not accepted, solutions are accepted, each mutant fails exactly the tests that it names,",
            "and a mutant fails each hidden test."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all is as promised",
            "1:something is not",
            "2:the arguments or a package cannot be used",
            "3:a fault of Assay or of this machine"
        })
final class CheckCommand implements Callable<Integer> {

    private static final int WARM_MIB = 1024;

    private final Shell shell;

    @Parameters(
            paramLabel = "PACKAGE",
            arity = "0..*",
            description =
                    "Folder of a challenge package, or the name of one in the library; all of the library's when left out.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            description = "Judges only the sources whose names contain this, as \"mutant java-\" or \"starter\".")
    private String only = "";

    @Option(names = "--repeat", paramLabel = "N", description = "Judges each source N times (1).")
    private int repeat = 1;

    @Option(names = "--slots", paramLabel = "N", description = "Judges N at one time (half as many as processors).")
    private @Nullable Integer slots;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    CheckCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Failure {
        if (repeat < 1 || (slots != null && slots < 1)) {
            throw Failure.usage("--repeat and --slots must be at least 1.");
        }
        List<Challenge> challenges = challenges();
        CheckReport report = check(challenges);
        if (report.judgements() == 0) {
            throw Failure.usage(
                    "No source of " + (names.isEmpty() ? "the library" : String.join(", ", names))
                            + " has a name with \"" + only
                            + "\" in it. Names begin with \"starter \", \"solution \" or \"mutant \"; leave out --only to judge all.");
        }
        if (json) {
            Json.print(shell.out(), report);
        } else {
            shell.out().print(new CheckText(shell.style()).of(report));
            shell.out().flush();
        }
        return report.passed() ? ExitCode.OK : ExitCode.NOT_ACCEPTED;
    }

    private List<Challenge> challenges() throws Failure {
        PackageFolders folders = new PackageFolders(shell.library());
        if (names.isEmpty()) {
            try {
                return LocalRunner.packages().readLibrary(shell.library()).challenges();
            } catch (PackageException e) {
                throw Failure.unusable("The library " + shell.library() + " cannot be used:", e);
            }
        }
        List<Challenge> challenges = new ArrayList<>();
        for (String name : names) {
            challenges.add(folders.challenge(name));
        }
        return challenges;
    }

    private CheckReport check(List<Challenge> challenges) throws Failure {
        RunnerSettings settings = shell.usableSettings().withWarmMemoryMiB(WARM_MIB);
        if (slots != null) {
            settings = settings.withSlots(slots);
        }
        Progress progress = new Progress(shell);
        try (LocalRunner runner = LocalRunner.start(settings)) {
            Optional<String> reason = runner.unavailableBecause();
            if (reason.isPresent()) {
                throw Failure.fault(reason.get());
            }
            Interruption interruption = Interruption.cleaningUp(runner, shell.err());
            try {
                return new Checker(runner.judge(), settings.slots(), (source, wrong, done, all) -> {
                            wrong.ifPresent(what -> progress.note(source + ": " + what));
                            progress.phase(String.format(Locale.ROOT, "%d/%d %s", done, all, Inert.line(source)));
                        })
                        .only(only)
                        .check(challenges, repeat);
            } catch (SandboxFault fault) {
                throw Failure.fault(fault.explanation());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Failure.fault("The check was stopped.");
            } finally {
                interruption.end();
                progress.finish();
            }
        }
    }
}

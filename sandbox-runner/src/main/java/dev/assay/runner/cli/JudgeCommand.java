package dev.assay.runner.cli;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Mutant;
import dev.assay.challenge.PackageException;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.SourceFolder;
import dev.assay.runner.LocalRunner;
import dev.assay.runner.RunnerSettings;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Seed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description = "Judges a folder of code against a challenge package.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:accepted",
            "1:any other verdict",
            "2:the arguments, the package or the folder cannot be used",
            "3:a fault of Assay or of this machine"
        })
final class JudgeCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(
            index = "0",
            paramLabel = "PACKAGE",
            description = "Folder of the challenge package, or the name of one in the library.")
    private String packageName = "";

    @Parameters(
            index = "1",
            paramLabel = "DIR",
            description = "Folder of the code to be judged, or of one of the package's mutants.")
    private String directory = "";

    @Option(
            names = {"-e", "--environment"},
            required = true,
            paramLabel = "ENV",
            description = "Language of the code, one of the package's environments.")
    private String environment = "";

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "What an earlier judgement told as its seed: the exam asks with the same values again.")
    private @Nullable String seed;

    @Option(names = "--json", description = "Print one JSON object instead of a report.")
    private boolean json;

    JudgeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Failure {
        Challenge challenge = new PackageFolders(shell.library()).challenge(packageName);
        requireEnvironment(challenge);
        SourceFiles files = files(challenge);
        RunnerSettings settings = shell.usableSettings();
        Judgement judgement = judge(settings, challenge, files);
        JudgeReport report = JudgeReport.of(challenge, environment, judgement);
        if (json) {
            Json.print(shell.out(), report);
        } else {
            shell.out().print(new JudgeText(shell.style()).of(challenge.title(), report));
            shell.out().flush();
        }
        return ExitCode.of(judgement.verdict());
    }

    private Judgement judge(RunnerSettings settings, Challenge challenge, SourceFiles files) throws Failure {
        Seed drawnFrom = seed();
        try (LocalRunner runner = LocalRunner.start(settings)) {
            Optional<String> reason = runner.unavailableBecause();
            if (reason.isPresent()) {
                throw Failure.fault(reason.get());
            }
            Progress progress = new Progress(shell);
            progress.phase("getting the pod ready");
            JudgeRequest request =
                    new JudgeRequest("cli-" + UUID.randomUUID(), challenge, environment, files, Scope.ALL, drawnFrom);
            Interruption interruption = Interruption.cleaningUp(runner, shell.err());
            try {
                return runner.judge().judge(request, progress::on);
            } finally {
                interruption.end();
            }
        }
    }

    private Seed seed() throws Failure {
        try {
            return seed == null ? Seed.fresh() : new Seed(seed);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(e.getMessage() + ". Pass one that an earlier judgement told.");
        }
    }

    private void requireEnvironment(Challenge challenge) throws Failure {
        if (!challenge.environments().contains(environment)) {
            throw Failure.usage("The challenge " + challenge.id() + " has no environment \"" + environment
                    + "\". Allowed: " + String.join(", ", challenge.environments()) + ".");
        }
    }

    private SourceFiles files(Challenge challenge) throws Failure {
        Path folder = PackageFolders.path(directory);
        if (Files.isRegularFile(folder.resolve("mutant.yaml"))) {
            return mutant(challenge, folder);
        }
        try {
            return SourceFolder.read(folder);
        } catch (PackageException e) {
            throw Failure.unusable("The folder " + folder + " cannot be judged:", e);
        }
    }

    /** A mutant's folder holds only what differs from the solution; the package has put the two together. */
    private SourceFiles mutant(Challenge challenge, Path folder) throws Failure {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        Mutant mutant = challenge.mutants().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.usage(
                        "The folder " + folder + " has a mutant.yaml, but " + challenge.id() + " has no mutant \""
                                + name + "\". Judge it as part of its package, at mutants/" + name + "."));
        if (!mutant.environment().equals(environment)) {
            throw Failure.usage("The mutant " + name + " is written for " + mutant.environment()
                    + "; pass --environment " + mutant.environment() + ".");
        }
        return mutant.files();
    }
}

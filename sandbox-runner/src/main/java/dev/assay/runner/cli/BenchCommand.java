package dev.assay.runner.cli;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Form;
import dev.assay.challenge.Library;
import dev.assay.challenge.PackageException;
import dev.assay.challenge.Solution;
import dev.assay.runner.LocalRunner;
import dev.assay.runner.RunnerSettings;
import dev.assay.runner.bench.BenchFault;
import dev.assay.runner.bench.BenchReport;
import dev.assay.runner.bench.Benchmark;
import dev.assay.runner.bench.Subject;
import dev.assay.runner.bench.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what the sandbox costs on this machine. A right solution is judged in four ways, in turns:",
            "bare (no sandbox, examiner started before), naive (three docker runs), cold (a pod made on demand) and",
            "warm (a pod made ahead). Needs root for the bare runs; nothing else should run meanwhile."
        })
final class BenchCommand implements Callable<Integer> {

    private static final String PREFERRED = "url-shortener";
    private static final int WARM_MIB = 1024;

    private final Shell shell;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Option(
            names = "--rounds",
            defaultValue = "10",
            description = "Measurements of each way in each environment (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--throughput",
            defaultValue = "10",
            description = "Judgements in each of two blocks of the throughput; 0 leaves it out (${DEFAULT-VALUE}).")
    private int judgements;

    @Option(
            names = "--environment",
            description = "Only this one; may be given again. All of the library's when left out.")
    private List<String> wanted = new ArrayList<>();

    BenchCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Failure {
        if (rounds < 1 || judgements < 0) {
            throw Failure.usage("--rounds must be at least 1 and --throughput at least 0.");
        }
        List<Challenge> challenges = challenges();
        List<String> environments = environments(challenges);
        RunnerSettings settings = shell.usableSettings();
        Progress progress = new Progress(shell);
        requireEngine(settings);
        try (Subjects subjects = new Subjects(settings.dockerHost())) {
            List<Subject> all = new ArrayList<>();
            for (String environment : environments) {
                progress.phase("image for " + environment);
                all.add(subject(subjects, challenges, environment, progress));
            }
            BenchReport report =
                    new Benchmark(settings.withWarmMemoryMiB(WARM_MIB), rounds, judgements, progress::phase).run(all);
            progress.finish();
            if (json) {
                Json.print(shell.out(), report);
            } else {
                shell.out().print(new BenchText(shell.style()).of(report));
                shell.out().flush();
            }
            return ExitCode.OK;
        } catch (BenchFault fault) {
            progress.finish();
            throw Failure.fault(String.valueOf(fault.getMessage()));
        }
    }

    private static void requireEngine(RunnerSettings settings) throws Failure {
        try (LocalRunner runner = LocalRunner.start(settings)) {
            Optional<String> reason = runner.unavailableBecause();
            if (reason.isPresent()) {
                throw Failure.fault(reason.get());
            }
        }
    }

    private List<Challenge> challenges() throws Failure {
        try {
            Library library = LocalRunner.packages().readLibrary(shell.library());
            return library.challenges();
        } catch (PackageException e) {
            throw Failure.unusable("The library " + shell.library() + " cannot be used:", e);
        }
    }

    private List<String> environments(List<Challenge> challenges) throws Failure {
        List<String> all = LocalRunner.environments().stream()
                .filter(environment -> challenges.stream().anyMatch(challenge -> usable(challenge, environment)))
                .toList();
        for (String environment : wanted) {
            if (!all.contains(environment)) {
                throw Failure.usage("No package of the library can be measured in the environment \"" + environment
                        + "\". Allowed: " + String.join(", ", all) + ".");
            }
        }
        return wanted.isEmpty() ? all : wanted;
    }

    /** The bare runs have no servers beside the submission. */
    private static boolean usable(Challenge challenge, String environment) {
        return challenge.environments().contains(environment)
                && challenge.dependencies().isEmpty()
                && challenge.form() == Form.SERVICE;
    }

    private static Subject subject(
            Subjects subjects, List<Challenge> challenges, String environment, Progress progress) {
        List<Challenge> usable = challenges.stream()
                .filter(challenge -> usable(challenge, environment))
                .toList();
        Challenge challenge = usable.stream()
                .filter(one -> one.id().equals(PREFERRED))
                .findFirst()
                .orElse(usable.getFirst());
        Solution solution = challenge.solutions().stream()
                .filter(one -> one.name().equals(environment))
                .findFirst()
                .orElseThrow();
        return subjects.of(challenge, environment, solution.files(), progress::detail);
    }
}

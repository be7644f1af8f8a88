package dev.assay.runner.importing;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Validator;
import dev.assay.challenge.icpc.IcpcPackage;
import dev.assay.challenge.icpc.IcpcSubmission;
import dev.assay.challenge.icpc.Judged;
import dev.assay.challenge.icpc.NotImported;
import dev.assay.runner.judging.Judge;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Makes a challenge of a problem package, by judging its submissions: the accepted ones tell the time limit, the others become
 * mutants with the tests that they fail.
 */
public final class Importer {

    /** Told before each judgement. */
    @FunctionalInterface
    public interface Progress {
        void judging(String submission, int number, int all);
    }

    /** @param files of the challenge, by path; empty when none can be made */
    public record Result(ImportReport report, SortedMap<String, String> files) {
        public Result {
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        }
    }

    private final Judge judge;
    private final Progress progress;

    public Importer(Judge judge, Progress progress) {
        this.judge = judge;
        this.progress = progress;
    }

    /** @throws SandboxFault when something could not be judged for a fault that is not the package's */
    public Result convert(IcpcPackage problem) {
        return new Conversion(problem).run();
    }

    private final class Conversion {
        private final IcpcPackage problem;
        private final List<NotImported> left;
        private final Map<String, ImportReport.Judged> judged = new TreeMap<>();
        private int begun;

        Conversion(IcpcPackage problem) {
            this.problem = problem;
            this.left = new ArrayList<>(problem.left());
        }

        Result run() {
            Map<IcpcSubmission, Duration> accepted = accepted();
            if (accepted.isEmpty()) {
                return new Result(report(Duration.ZERO, Duration.ZERO), new TreeMap<>());
            }
            Duration slowest = Collections.max(accepted.values());
            Duration limit = problem.timing().limit(slowest);
            List<IcpcSubmission> solutions = preferred(accepted);
            List<Judged.Wrong> mutants = mutants(solutions, limit);
            ImportReport report = report(limit, slowest);
            return new Result(report, problem.files(new Judged(limit, solutions, mutants), report.notImported()));
        }

        private ImportReport report(Duration limit, Duration slowest) {
            return new ImportReport(
                    problem.name(),
                    problem.title(),
                    problem.format().written(),
                    problem.license(),
                    problem.samples(),
                    problem.secretCases(),
                    problem.validator().map(Validator::language).orElse(""),
                    limit.toSeconds(),
                    slowest.toMillis(),
                    problem.timing().multiplier(),
                    List.copyOf(judged.values()),
                    left);
        }

        /** The accepted ones that are accepted here, with the time of their slowest case. */
        private Map<IcpcSubmission, Duration> accepted() {
            List<IcpcSubmission> candidates = problem.submissions().stream()
                    .filter(one -> one.label().isSolution())
                    .toList();
            SortedSet<String> environments = new TreeSet<>();
            candidates.forEach(one -> environments.add(one.environment()));
            Challenge challenge =
                    problem.caseByCase(environments, problem.timing().firstLimit());
            Map<IcpcSubmission, Duration> accepted = new LinkedHashMap<>();
            for (IcpcSubmission one : candidates) {
                Seen seen = judge(challenge, one, one.files());
                tell(one, seen, seen.accepted() ? "solution" : "");
                if (seen.accepted()) {
                    accepted.put(one, seen.slowest());
                }
            }
            return accepted;
        }

        /** For each environment the one first that mutants are made from: the model solution, or else a short and fast one. */
        private static List<IcpcSubmission> preferred(Map<IcpcSubmission, Duration> accepted) {
            return accepted.keySet().stream()
                    .sorted(Comparator.comparing(IcpcSubmission::environment)
                            .thenComparing(one -> !one.model())
                            .thenComparingInt(one -> one.files().files().size())
                            .thenComparing(one -> accepted.getOrDefault(one, Duration.ZERO)))
                    .toList();
        }

        private List<Judged.Wrong> mutants(List<IcpcSubmission> solutions, Duration limit) {
            SortedSet<String> environments = new TreeSet<>();
            solutions.forEach(one -> environments.add(one.environment()));
            Challenge challenge = problem.grouped(environments, limit);
            List<Judged.Wrong> mutants = new ArrayList<>();
            for (IcpcSubmission one : problem.submissions()) {
                if (one.label().isSolution()) {
                    continue;
                }
                Optional<IcpcSubmission> solution = solutions.stream()
                        .filter(candidate -> candidate.environment().equals(one.environment()))
                        .findFirst();
                if (solution.isEmpty()) {
                    leave(
                            one,
                            "no submission in " + one.environment()
                                    + " is accepted, so it has no solution to be compared with");
                    continue;
                }
                Seen seen = judge(challenge, one, one.asMutantOf(solution.get()));
                boolean usable = seen.built() && !seen.accepted();
                tell(one, seen, usable ? "mutant" : "");
                if (usable) {
                    mutants.add(new Judged.Wrong(one, seen.fails()));
                }
            }
            return mutants;
        }

        private Seen judge(Challenge challenge, IcpcSubmission submission, SourceFiles files) {
            progress.judging(submission.path(), ++begun, problem.submissions().size());
            Judgement judgement = judge.judge(
                    new JudgeRequest(
                            "import-" + UUID.randomUUID(), challenge, submission.environment(), files, Scope.ALL),
                    event -> {});
            if (judgement.fault() != null) {
                throw new SandboxFault(judgement.fault(), judgement.explanation());
            }
            return Seen.in(judgement);
        }

        private void tell(IcpcSubmission submission, Seen seen, String use) {
            String contradiction = seen.built()
                    ? submission.label().contradiction(seen.verdicts()).orElse("")
                    : "";
            if (!seen.built()) {
                leave(submission, "it does not build here: " + seen.why());
                return;
            }
            judged.put(
                    submission.path(),
                    new ImportReport.Judged(
                            submission.path(),
                            submission.environment(),
                            seen.words(),
                            contradiction.isEmpty()
                                    ? ""
                                    : contradiction + (seen.accepted() ? "" : " (" + seen.why() + ")"),
                            use,
                            seen.slowest().toMillis()));
            if (use.isEmpty()) {
                leave(submission, "here it ends with " + seen.words() + ": " + contradiction);
            }
        }

        private void leave(IcpcSubmission submission, String why) {
            left.add(new NotImported(submission.path(), why));
        }
    }
}

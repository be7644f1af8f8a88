package dev.assay.runner.check;

import dev.assay.challenge.Challenge;
import dev.assay.runner.judging.Judge;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Verdict;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/**
 * Judges every starter, solution and mutant of packages, and says what is not as the package promises: starters build and are
 * not accepted, solutions are accepted every time, each mutant fails exactly its tests, and each hidden test is failed by a
 * mutant or has a reason in {@code withoutMutant}.
 */
public final class Checker {

    /** Told of each judgement, on the thread that judged. */
    @FunctionalInterface
    public interface Progress {
        /** @param wrong what is not as it must be, for people */
        void judged(String source, Optional<String> wrong, int done, int all);
    }

    private final Judge judge;
    private final int slots;
    private final Progress progress;
    private final String only;

    /** @param slots judgements at one time */
    public Checker(Judge judge, int slots, Progress progress) {
        this(judge, slots, progress, "");
    }

    private Checker(Judge judge, int slots, Progress progress, String only) {
        this.judge = judge;
        this.slots = slots;
        this.progress = progress;
        this.only = only;
    }

    /**
     * One that judges only some of the sources, and so does not ask whether each hidden test has a mutant.
     *
     * @param part of names such as {@code mutant java-lost-hits} or {@code starter for python}
     */
    public Checker only(String part) {
        return new Checker(judge, slots, progress, part);
    }

    /**
     * @param repeat judgements of each source; those of one package take turns
     * @throws SandboxFault when something could not be judged for a fault that is not the package's
     */
    public CheckReport check(List<Challenge> challenges, int repeat) throws InterruptedException {
        long start = System.nanoTime();
        int all = repeat
                * challenges.stream()
                        .mapToInt(challenge -> trials(challenge).size())
                        .sum();
        AtomicInteger done = new AtomicInteger();
        List<CheckReport.Checked> checked = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(slots)) {
            try {
                // All are handed in before the first is awaited, so that the slots are never idle between two packages.
                Map<Challenge, Map<Trial, List<Future<Judgement>>>> begun = new LinkedHashMap<>();
                for (Challenge challenge : challenges) {
                    begun.put(challenge, begin(challenge, repeat, threads, done::incrementAndGet, all));
                }
                for (var one : begun.entrySet()) {
                    checked.add(checked(one.getKey(), await(one.getValue())));
                }
            } finally {
                threads.shutdownNow();
            }
        }
        return new CheckReport(
                checked,
                repeat,
                all,
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    private Map<Trial, List<Future<Judgement>>> begin(
            Challenge challenge, int repeat, ExecutorService threads, IntSupplier done, int all) {
        Map<Trial, List<Future<Judgement>>> begun = new LinkedHashMap<>();
        for (int i = 0; i < repeat; i++) {
            for (Trial trial : trials(challenge)) {
                begun.computeIfAbsent(trial, _ -> new ArrayList<>()).add(threads.submit(() -> {
                    Judgement judgement = judge.judge(
                            new JudgeRequest(
                                    "check-" + UUID.randomUUID(),
                                    challenge,
                                    trial.environment(),
                                    trial.files(),
                                    Scope.ALL),
                            event -> {});
                    progress.judged(
                            challenge.id() + ": " + trial.label(),
                            ourFault(judgement).isPresent() ? Optional.empty() : trial.wrongWith(judgement),
                            done.getAsInt(),
                            all);
                    return judgement;
                }));
            }
        }
        return begun;
    }

    private static Optional<SandboxFault> ourFault(Judgement judgement) {
        return Optional.ofNullable(judgement.fault())
                .filter(kind -> kind != SandboxFault.Kind.PACKAGE)
                .map(kind -> new SandboxFault(kind, judgement.explanation()));
    }

    private static Map<Trial, List<Judgement>> await(Map<Trial, List<Future<Judgement>>> begun)
            throws InterruptedException {
        Map<Trial, List<Judgement>> judgements = new LinkedHashMap<>();
        for (var trial : begun.entrySet()) {
            List<Judgement> ofOne = new ArrayList<>();
            for (Future<Judgement> one : trial.getValue()) {
                try {
                    Judgement judgement = one.get();
                    Optional<SandboxFault> fault = ourFault(judgement);
                    if (fault.isPresent()) {
                        throw fault.get();
                    }
                    ofOne.add(judgement);
                } catch (ExecutionException e) {
                    throw new IllegalStateException("A judgement failed: " + e.getCause(), e);
                }
            }
            judgements.put(trial.getKey(), ofOne);
        }
        return judgements;
    }

    private List<Trial> trials(Challenge challenge) {
        return Trial.of(challenge).stream()
                .filter(trial -> trial.label().contains(only))
                .toList();
    }

    private CheckReport.Checked checked(Challenge challenge, Map<Trial, List<Judgement>> judgements) {
        List<CheckReport.Source> sources = new ArrayList<>();
        judgements.forEach((trial, ofOne) -> sources.add(source(trial, ofOne)));
        List<TestResult> tests = tests(judgements);
        List<String> problems = new ArrayList<>(Statements.problems(challenge.statement()));
        if (only.isEmpty()) {
            problems.addAll(undetected(challenge, tests));
        }
        return new CheckReport.Checked(challenge.id(), problems, sources, tests.size(), (int)
                tests.stream().filter(test -> !test.visible()).count());
    }

    private static CheckReport.Source source(Trial trial, List<Judgement> judgements) {
        List<String> wrong = judgements.stream()
                .flatMap(judgement -> trial.wrongWith(judgement).stream())
                .toList();
        List<Long> millis = judgements.stream()
                .map(judgement -> judgement.timings().total())
                .sorted()
                .toList();
        return new CheckReport.Source(
                trial.kind().name().toLowerCase(Locale.ROOT),
                trial.name(),
                trial.environment(),
                judgements.size(),
                wrong.size(),
                millis.get(millis.size() / 2),
                wrong.stream().distinct().toList());
    }

    /** As the first accepted solution shows them; without one, the gate fails anyhow. */
    private static List<TestResult> tests(Map<Trial, List<Judgement>> judgements) {
        return judgements.values().stream()
                .flatMap(List::stream)
                .filter(judgement -> judgement.verdict() == Verdict.ACCEPTED)
                .findFirst()
                .map(Judgement::tests)
                .orElse(List.of());
    }

    private static List<String> undetected(Challenge challenge, List<TestResult> tests) {
        SortedSet<String> failed = challenge.mutants().stream()
                .flatMap(mutant -> mutant.mustFail().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> problems = new ArrayList<>();
        for (TestResult test : tests) {
            boolean excused = challenge.withoutMutant().containsKey(test.name());
            if (!test.visible() && !failed.contains(test.name()) && !excused) {
                problems.add("no mutant fails the hidden test " + test.name()
                        + "; write one with the mistake that it is there for, or say in challenge.yaml under"
                        + " withoutMutant why there is none");
            }
            if (excused && failed.contains(test.name())) {
                problems.add("challenge.yaml gives a reason why no mutant fails " + test.name()
                        + ", but one does; remove the reason");
            }
        }
        return problems;
    }
}

package dev.assay.runner.check;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One source of a package, and what must become of it.
 *
 * @param mustFail for a mutant, exactly the tests that fail; else empty
 */
record Trial(Kind kind, String name, String environment, SourceFiles files, SortedSet<String> mustFail) {

    enum Kind {
        STARTER,
        SOLUTION,
        MUTANT
    }

    Trial {
        mustFail = Collections.unmodifiableSortedSet(new TreeSet<>(mustFail));
    }

    String label() {
        return switch (kind) {
            case STARTER -> "starter for " + name;
            case SOLUTION -> "solution " + name;
            case MUTANT -> "mutant " + name;
        };
    }

    static List<Trial> of(Challenge challenge) {
        List<Trial> trials = new ArrayList<>();
        challenge
                .starters()
                .forEach((environment, files) ->
                        trials.add(new Trial(Kind.STARTER, environment, environment, files, new TreeSet<>())));
        challenge
                .solutions()
                .forEach(solution -> trials.add(new Trial(
                        Kind.SOLUTION, solution.name(), solution.environment(), solution.files(), new TreeSet<>())));
        challenge
                .mutants()
                .forEach(mutant -> trials.add(new Trial(
                        Kind.MUTANT, mutant.name(), mutant.environment(), mutant.files(), mutant.mustFail())));
        return trials;
    }

    /** What is wrong with its judgement, for people; empty when it is as it must be. */
    Optional<String> wrongWith(Judgement judgement) {
        String what = judgement.verdict() + ": " + judgement.explanation();
        return switch (kind) {
            case STARTER -> starter(judgement.verdict(), what);
            case SOLUTION ->
                judgement.verdict() == Verdict.ACCEPTED ? Optional.empty() : Optional.of(what + log(judgement));
            case MUTANT -> mutant(failed(judgement), what);
        };
    }

    /** One that does not even build would be a poor beginning, and one that is accepted leaves nothing to do. */
    private static Optional<String> starter(Verdict verdict, String what) {
        return verdict == Verdict.PARTIAL || verdict == Verdict.REJECTED
                ? Optional.empty()
                : Optional.of(
                        verdict == Verdict.ACCEPTED
                                ? "it is accepted as it is; leave something to do"
                                : "it must build, listen and answer: " + what);
    }

    private Optional<String> mutant(SortedSet<String> failed, String what) {
        SortedSet<String> missed = new TreeSet<>(mustFail);
        missed.removeAll(failed);
        SortedSet<String> others = new TreeSet<>(failed);
        others.removeAll(mustFail);
        if (missed.isEmpty() && others.isEmpty()) {
            return Optional.empty();
        }
        List<String> sentences = new ArrayList<>();
        if (!missed.isEmpty()) {
            sentences.add("it passes " + String.join(", ", missed) + ", which mutant.yaml says it fails");
        }
        if (!others.isEmpty()) {
            sentences.add("it fails " + String.join(", ", others) + ", which mutant.yaml does not name");
        }
        return Optional.of(String.join("; ", sentences) + " (" + what + ")");
    }

    private static SortedSet<String> failed(Judgement judgement) {
        return judgement.tests().stream()
                .filter(test -> !test.passed() && !test.inconclusive())
                .map(TestResult::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first failures, which the explanation only counts. */
    private static String log(Judgement judgement) {
        return judgement.tests().stream()
                .filter(test -> test.status() == TestResult.Status.FAILED)
                .limit(3)
                .map(test -> "\n  " + test.name() + ": " + test.message())
                .collect(Collectors.joining());
    }
}

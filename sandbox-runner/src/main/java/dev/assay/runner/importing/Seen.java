package dev.assay.runner.importing;

import dev.assay.challenge.icpc.CaseVerdict;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Verdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What became of the cases of a submission.
 *
 * @param verdicts all that occurred; empty when it did not build
 * @param fails the tests that failed
 * @param slowest of the tests
 * @param why the first failure, or why it did not build
 */
record Seen(Set<CaseVerdict> verdicts, SortedSet<String> fails, Duration slowest, String why) {

    /** As the examiner's {@code Cases} tell them. */
    private static final Map<String, CaseVerdict> KINDS = Map.of(
            "→ wrong answer:", CaseVerdict.WA, "→ time limit:", CaseVerdict.TLE, "→ run-time error:", CaseVerdict.RTE);

    static Seen in(Judgement judgement) {
        if (judgement.verdict() == Verdict.COMPILE_ERROR || judgement.tests().isEmpty()) {
            return new Seen(Set.of(), new TreeSet<>(), Duration.ZERO, build(judgement));
        }
        Set<CaseVerdict> verdicts = EnumSet.noneOf(CaseVerdict.class);
        SortedSet<String> fails = new TreeSet<>();
        String why = "";
        for (TestResult test : judgement.tests()) {
            verdicts.add(verdict(test, judgement.verdict()));
            if (!test.passed()) {
                fails.add(test.name());
                why = why.isEmpty() ? test.message() : why;
            }
        }
        long millis =
                judgement.tests().stream().mapToLong(TestResult::millis).max().orElse(0);
        return new Seen(
                Collections.unmodifiableSet(verdicts),
                fails,
                Duration.ofMillis(millis),
                why.isEmpty() ? judgement.explanation() : why);
    }

    boolean built() {
        return !verdicts.isEmpty();
    }

    boolean accepted() {
        return built() && fails.isEmpty();
    }

    /** In words, worst first. */
    String words() {
        if (!built()) {
            return "does not build here";
        }
        return accepted()
                ? CaseVerdict.AC.words()
                : verdicts.stream()
                        .filter(verdict -> verdict != CaseVerdict.AC)
                        .map(CaseVerdict::words)
                        .collect(Collectors.joining(", "));
    }

    private static CaseVerdict verdict(TestResult test, Verdict whole) {
        if (test.passed()) {
            return CaseVerdict.AC;
        }
        if (test.status() == TestResult.Status.NOT_RUN) {
            return whole == Verdict.TIME_LIMIT ? CaseVerdict.TLE : CaseVerdict.RTE;
        }
        List<Map.Entry<String, CaseVerdict>> said = KINDS.entrySet().stream()
                .filter(kind -> test.message().contains(kind.getKey()))
                .sorted(Comparator.comparingInt(kind -> test.message().indexOf(kind.getKey())))
                .toList();
        if (!said.isEmpty()) {
            return said.getFirst().getValue();
        }
        return test.message().startsWith("The test took too long") ? CaseVerdict.TLE : CaseVerdict.RTE;
    }

    private static String build(Judgement judgement) {
        return Arrays.stream(judgement.buildLog().split("\\n", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> line.length() > 160 ? line.substring(0, 160) + "…" : line)
                .orElse(judgement.explanation());
    }
}

package dev.assay.api.challenge;

import dev.assay.runner.check.CheckReport;
import java.util.List;

/**
 * What a check of one package found, as it is kept and shown.
 *
 * @param problems of the package as a whole, for people
 * @param tests of the exam
 * @param judgements of all sources together
 */
public record Findings(
        boolean passed,
        List<String> problems,
        List<Source> sources,
        int tests,
        int hiddenTests,
        int judgements,
        long millis) {

    private static final int MOST_CHARACTERS = 4_000;

    /** A judgement's explanation can quote what a service printed. */
    private static final int MOST_PROBLEMS = 500;

    public Findings {
        problems = List.copyOf(problems);
        sources = List.copyOf(sources);
    }

    /**
     * A starter, a solution or a mutant.
     *
     * @param kind {@code starter}, {@code solution} or {@code mutant}
     * @param name as its folder is called
     */
    public record Source(
            String kind, String name, String environment, boolean passed, long millis, List<String> problems) {
        public Source {
            problems = List.copyOf(problems);
        }
    }

    /** Of a report on one package. */
    public static Findings of(CheckReport report) {
        CheckReport.Checked checked = report.packages().getFirst();
        return new Findings(
                checked.passed(),
                checked.problems().stream()
                        .limit(MOST_PROBLEMS)
                        .map(Findings::cut)
                        .toList(),
                checked.sources().stream().map(Findings::source).toList(),
                checked.tests(),
                checked.hiddenTests(),
                report.judgements(),
                report.millis());
    }

    private static Source source(CheckReport.Source source) {
        return new Source(
                source.kind(),
                source.name(),
                source.environment(),
                source.problems().isEmpty(),
                source.millis(),
                source.problems().stream().map(Findings::cut).toList());
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }
}

package dev.assay.runner.check;

import java.util.List;

/**
 * What a check of packages found.
 *
 * @param repeat judgements of each source
 * @param judgements of all sources together
 * @param millis from the first to the last
 */
public record CheckReport(List<Checked> packages, int repeat, int judgements, long millis) {
    public CheckReport {
        packages = List.copyOf(packages);
    }

    public boolean passed() {
        return packages.stream().allMatch(Checked::passed);
    }

    /** One package. Sentences on problems are for people, and say what to do. */
    public record Checked(String name, List<String> problems, List<Source> sources, int tests, int hiddenTests) {
        public Checked {
            problems = List.copyOf(problems);
            sources = List.copyOf(sources);
        }

        public boolean passed() {
            return problems.isEmpty()
                    && sources.stream().allMatch(source -> source.problems().isEmpty());
        }
    }

    /**
     * A starter, a solution or a mutant.
     *
     * @param kind {@code starter}, {@code solution} or {@code mutant}
     * @param millis median of its judgements
     * @param wrong judgements that were not as they must be
     * @param problems of those judgements, each told once
     */
    public record Source(
            String kind,
            String name,
            String environment,
            int judgements,
            int wrong,
            long millis,
            List<String> problems) {
        public Source {
            problems = List.copyOf(problems);
        }
    }
}

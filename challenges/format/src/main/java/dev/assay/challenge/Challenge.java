package dev.assay.challenge;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A coding task as a package.
 *
 * @param id the folder's name; lower-case words joined by hyphens
 * @param minutes the time a candidate is given when the assessment sets none
 * @param environments the environments a candidate may choose, in the author's order
 * @param categories category to its share of the score; every exam test is in one of them
 * @param port where the service must answer
 * @param statement Markdown
 * @param exam Java sources below {@code exam/}
 * @param examData what the exam reads, below {@code exam/data/}; for the examiner only
 * @param starters environment to what the candidate opens
 * @param solutions in at least three of the environments, or in all that there are; in name order
 * @param withoutMutant test to the reason why no mutant fails it
 * @param contentHash SHA-256 of the package's files, lower-case hex; names an immutable version
 */
public record Challenge(
        String id,
        String title,
        List<String> skills,
        Track track,
        Level level,
        int minutes,
        List<String> environments,
        SortedMap<String, Integer> categories,
        Limits limits,
        Form form,
        Companions companions,
        int port,
        String statement,
        SourceFiles exam,
        ExamData examData,
        SortedMap<String, SourceFiles> starters,
        List<Solution> solutions,
        List<Mutant> mutants,
        SortedMap<String, String> withoutMutant,
        String contentHash) {
    public Challenge {
        skills = List.copyOf(skills);
        environments = List.copyOf(environments);
        categories = Collections.unmodifiableSortedMap(new TreeMap<>(categories));
        starters = Collections.unmodifiableSortedMap(new TreeMap<>(starters));
        solutions = List.copyOf(solutions);
        mutants = List.copyOf(mutants);
        withoutMutant = Collections.unmodifiableSortedMap(new TreeMap<>(withoutMutant));
    }

    /** Servers that run beside the submission. */
    public List<Dependency> dependencies() {
        return companions.dependencies();
    }
}

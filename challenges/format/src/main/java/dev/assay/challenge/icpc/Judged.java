package dev.assay.challenge.icpc;

import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What judging has shown of a package.
 *
 * @param limit of each case
 * @param solutions in the order in which they are preferred; at least one
 * @param mutants each with the tests that it fails
 */
public record Judged(Duration limit, List<IcpcSubmission> solutions, List<Wrong> mutants) {

    public Judged {
        solutions = List.copyOf(solutions);
        mutants = List.copyOf(mutants);
        if (solutions.isEmpty()) {
            throw new IllegalArgumentException("Nothing was accepted");
        }
    }

    /** @param fails names of tests; at least one */
    public record Wrong(IcpcSubmission submission, SortedSet<String> fails) {
        public Wrong {
            fails = new TreeSet<>(fails);
        }
    }
}

package dev.assay.runner.importing;

import dev.assay.challenge.icpc.NotImported;
import java.util.List;

/**
 * What an import found.
 *
 * @param validator the language of the package's own program that tells whether an output is right; empty when it has none
 * @param limitSeconds of each case; 0 when no submission was accepted
 * @param slowestMillis of the cases of the accepted submissions
 * @param multiplier from that to the limit, as the package asks for it
 * @param submissions that were judged, in the order of their paths
 * @param notImported files and folders of the package with the reasons
 */
public record ImportReport(
        String name,
        String title,
        String format,
        String license,
        int samples,
        int secretCases,
        String validator,
        long limitSeconds,
        long slowestMillis,
        double multiplier,
        List<Judged> submissions,
        List<NotImported> notImported) {

    public ImportReport {
        submissions = List.copyOf(submissions);
        notImported = List.copyOf(notImported);
    }

    /** Whether every submission that could be judged did what the package says of it. */
    public boolean allAsLabelled() {
        return submissions.stream().allMatch(Judged::asLabelled);
    }

    /**
     * A submission.
     *
     * @param seen what became of it, in words
     * @param contradiction in what that is not as labelled; empty when it is
     * @param use {@code solution}, {@code mutant}, or empty when it was not taken over
     */
    public record Judged(
            String path, String environment, String seen, String contradiction, String use, long slowestMillis) {
        public boolean asLabelled() {
            return contradiction.isEmpty();
        }
    }
}

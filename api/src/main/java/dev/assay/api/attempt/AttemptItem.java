package dev.assay.api.attempt;

import java.util.List;

/**
 * One item of an attempt, pinned to the package version that the candidate was shown.
 *
 * @param itemId unique within its attempt
 * @param packageId the challenge's or exercise's id
 * @param packageVersion content hash of the package
 * @param environments empty for an exercise
 */
public record AttemptItem(
        String itemId,
        Kind kind,
        String packageId,
        String packageVersion,
        String title,
        int minutes,
        List<String> environments) {

    public enum Kind {
        CHALLENGE,
        EXERCISE
    }

    public AttemptItem {
        environments = List.copyOf(environments);
    }
}

package dev.assay.runner.judging;

/**
 * @param name {@code Class.method}; stable, used by mutants
 * @param title for people
 * @param message why it failed; empty when it passed. May quote what the candidate's service answered
 */
public record TestResult(
        String name,
        String title,
        String category,
        boolean visible,
        int weight,
        Status status,
        long millis,
        String message) {

    public enum Status {
        PASSED,
        FAILED,
        /** The machine was too unsteady to tell: counts neither for nor against the submission. */
        INCONCLUSIVE,
        /** Planned, and without a result: counts as failed. */
        NOT_RUN
    }

    public boolean passed() {
        return status == Status.PASSED;
    }

    public boolean inconclusive() {
        return status == Status.INCONCLUSIVE;
    }
}

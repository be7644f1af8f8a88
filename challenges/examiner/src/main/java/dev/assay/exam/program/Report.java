package dev.assay.exam.program;

/** Where the results of a run go. */
interface Report {
    void started(PlannedTest test);

    /** Something of the package itself is at fault, so that no result means anything. */
    void broken(String why);

    /** @param message why it did not pass; empty when it did */
    void finished(PlannedTest test, Result result, long millis, String message);
}

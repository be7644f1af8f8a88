package dev.assay.exam.program;

/** Where the results of a run go. */
interface Report {
    void started(PlannedTest test);

    /** @param message why it failed; empty when it passed */
    void finished(PlannedTest test, boolean passed, long millis, String message);
}

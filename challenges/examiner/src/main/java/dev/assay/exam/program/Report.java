package dev.assay.exam.program;

/** Where the results of a run go. */
interface Report {
    void started(PlannedTest test);

    /** @param message why it did not pass; empty when it did */
    void finished(PlannedTest test, Result result, long millis, String message);
}

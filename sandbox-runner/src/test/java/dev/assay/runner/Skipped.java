package dev.assay.runner;

import org.opentest4j.TestAbortedException;

/** Skips tests so that it is seen: a class that is skipped as a whole has no line in a report. */
final class Skipped {

    private Skipped() {}

    static TestAbortedException because(String reason) {
        System.err.println("SKIPPED " + reason);
        return new TestAbortedException("SKIPPED " + reason);
    }
}

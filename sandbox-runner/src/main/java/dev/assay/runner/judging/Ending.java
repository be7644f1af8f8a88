package dev.assay.runner.judging;

import dev.assay.runner.sandbox.Outcome;

/** What kept a judgement from running to its end. */
record Ending(Stage stage, Outcome outcome) {

    enum Stage {
        BUILD,
        /** From the start of the service until it listens. */
        START,
        EXAM
    }
}

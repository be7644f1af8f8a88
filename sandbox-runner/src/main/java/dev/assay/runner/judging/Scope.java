package dev.assay.runner.judging;

/** Which tests of an exam are run. */
public enum Scope {
    /** A trial: only the visible tests; messages and the service's output are for the candidate to read. */
    VISIBLE,
    /** A submission: all tests; nothing the candidate's code prints or answers goes back to the candidate. */
    ALL
}

package dev.assay.api.attempt;

/** Who ended an attempt: the candidate, or the clock. */
public enum FinishedHow {
    HANDED_IN,
    TIME_UP
}

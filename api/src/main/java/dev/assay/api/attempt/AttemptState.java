package dev.assay.api.attempt;

/** Where an attempt is; it only ever moves forward. */
public enum AttemptState {
    READY,
    RUNNING,
    FINISHED
}

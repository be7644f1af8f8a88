package dev.assay.challenge;

/** What a submission is when it runs. */
public enum Form {
    /** A process that answers HTTP on a port. */
    SERVICE,
    /** A process that reads standard input and writes standard output, started anew for each run. */
    PROGRAM
}

package dev.assay.runner.sandbox;

/** How a pod fares against others on the same processors. */
public enum Priority {
    /** A judgement. */
    JUDGING,

    /** What is made ahead; gets little of a processor that a judgement wants. */
    BACKGROUND
}

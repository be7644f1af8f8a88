package dev.assay.runner.judging;

/** What a judgement says. */
public enum Verdict {
    /** Every test passed. */
    ACCEPTED,
    /** Some tests passed. */
    PARTIAL,
    /** No test passed. */
    REJECTED,
    COMPILE_ERROR,
    /** The service never answered on its port. */
    NOT_READY,
    /** The service ended by itself. */
    RUN_TIME_ERROR,
    TIME_LIMIT,
    MEMORY_LIMIT,
    OUTPUT_LIMIT,
    /** A fault of ours; never charged to the candidate. */
    JUDGE_ERROR
}

package dev.assay.exam.program;

/** How a test ended. */
enum Result {
    PASSED,
    FAILED,
    /** The machine did not let it be told; counts neither for nor against the candidate. */
    INCONCLUSIVE
}

package dev.assay.runner.cli;

import dev.assay.runner.judging.Verdict;

/** What a command tells the shell. */
final class ExitCode {

    /** Judged and accepted, or done. */
    static final int OK = 0;
    /** Judged and not accepted; for {@code doctor}, judging is not possible here. */
    static final int NOT_ACCEPTED = 1;
    /** The arguments, the package or the folder of code cannot be used. */
    static final int USAGE = 2;
    /** A fault of Assay or of this machine. */
    static final int FAULT = 3;

    private ExitCode() {}

    static int of(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> OK;
            case JUDGE_ERROR -> FAULT;
            case PARTIAL, REJECTED, COMPILE_ERROR, NOT_READY, RUN_TIME_ERROR, TIME_LIMIT, MEMORY_LIMIT, OUTPUT_LIMIT ->
                NOT_ACCEPTED;
        };
    }
}

package dev.assay.runner.bench;

import java.util.Optional;

/** One way of judging a submission. */
interface Way extends AutoCloseable {

    /**
     * Makes everything ready that this way has ready before there is a submission; not timed. Calls from several threads at a
     * time are allowed, each followed by {@link #judge} on the same thread.
     */
    void prepare();

    /**
     * From a submission to its verdict; timed.
     *
     * @throws BenchFault when the submission is not accepted, because then nothing was measured
     */
    void judge();

    /** What is to be cleared away before the next one; not timed. */
    void clear();

    /** Milliseconds of the last judgement that went into compiling the exam, where this way does that each time. */
    default Optional<Long> examCompileMillis() {
        return Optional.empty();
    }

    @Override
    void close();
}

package dev.assay.runner.bench;

import org.jspecify.annotations.Nullable;

/** A benchmark that could not be made; the message is for people. */
public final class BenchFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    BenchFault(String message) {
        super(message);
    }

    BenchFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

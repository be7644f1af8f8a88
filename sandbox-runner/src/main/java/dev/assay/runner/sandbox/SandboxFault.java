package dev.assay.runner.sandbox;

import org.jspecify.annotations.Nullable;

/** A fault of ours, never of a submission. The message is for people: what went wrong and what to do. */
public final class SandboxFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SandboxFault(String message) {
        this(message, null);
    }

    public SandboxFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The message, which is never absent. */
    public String explanation() {
        return String.valueOf(getMessage());
    }
}

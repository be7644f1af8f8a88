package dev.assay.api.startup;

/** The program cannot start; the message is one sentence for the operator, with what to do. */
public final class StartUpFailure extends RuntimeException {

    public StartUpFailure(String message) {
        super(message);
    }

    public StartUpFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

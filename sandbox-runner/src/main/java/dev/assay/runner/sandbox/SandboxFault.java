package dev.assay.runner.sandbox;

import org.jspecify.annotations.Nullable;

/** A fault of ours, never of a submission. The message is for people: what went wrong and what to do. */
public final class SandboxFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is at fault, and so what helps. */
    public enum Kind {
        /** The engine, the machine, or a container of ours: another try in another pod may go well. */
        RUNNER(true, true),
        /** Something that the operator must change: until then every judgement of this runner fails in the same way. */
        SETTING(false, true),
        /** The challenge's package: it fails on every runner and at every try, and other packages do not. */
        PACKAGE(false, false),
        /** The runner is being stopped. */
        STOPPED(false, false);

        private final boolean passing;
        private final boolean general;

        Kind(boolean passing, boolean general) {
            this.passing = passing;
            this.general = general;
        }

        /** Whether the same may go well when it is tried again. */
        public boolean mayPass() {
            return passing;
        }

        /** Whether it says something about the runner, and so about what it will judge next. */
        public boolean isOfTheRunner() {
            return general;
        }
    }

    private final Kind kind;

    public SandboxFault(String message) {
        this(Kind.RUNNER, message, null);
    }

    public SandboxFault(String message, @Nullable Throwable cause) {
        this(Kind.RUNNER, message, cause);
    }

    public SandboxFault(Kind kind, String message) {
        this(kind, message, null);
    }

    public SandboxFault(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public static SandboxFault stopped(@Nullable Throwable cause) {
        return new SandboxFault(Kind.STOPPED, "The runner was stopped", cause);
    }

    public Kind kind() {
        return kind;
    }

    /** The message, which is never absent. */
    public String explanation() {
        return String.valueOf(getMessage());
    }
}

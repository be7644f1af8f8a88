package dev.assay.runner.cli;

import dev.assay.challenge.PackageException;
import dev.assay.challenge.PackageProblem;
import java.util.List;

/** Ends a command with a message for the person at the shell. */
final class Failure extends Exception {

    private static final long serialVersionUID = 1;

    private final int exitCode;
    private final transient List<PackageProblem> problems;

    private Failure(int exitCode, String message, List<PackageProblem> problems) {
        super(message);
        this.exitCode = exitCode;
        this.problems = problems;
    }

    static Failure usage(String message) {
        return new Failure(ExitCode.USAGE, message, List.of());
    }

    static Failure unusable(String what, PackageException refused) {
        return new Failure(ExitCode.USAGE, what, refused.problems());
    }

    static Failure fault(String message) {
        return new Failure(ExitCode.FAULT, message, List.of());
    }

    int exitCode() {
        return exitCode;
    }

    String explanation() {
        return String.valueOf(getMessage());
    }

    List<PackageProblem> problems() {
        return problems;
    }
}

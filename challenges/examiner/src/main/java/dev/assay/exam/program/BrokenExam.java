package dev.assay.exam.program;

/** The exam cannot be run, whatever the service does. The message tells its author what to change. */
final class BrokenExam extends Exception {
    private static final long serialVersionUID = 1;

    BrokenExam(String message) {
        super(message);
    }
}

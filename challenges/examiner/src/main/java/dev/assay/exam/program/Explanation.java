package dev.assay.exam.program;

import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.opentest4j.TestAbortedException;

/** What a failed test tells people: never a stack trace, at most 4 KiB. */
final class Explanation {
    private static final int MAX_CHARS = 4096;

    private Explanation() {}

    static String of(Throwable failure) {
        return cut(
                switch (failure) {
                    case TestAbortedException aborted -> "An assumption of the test does not hold: " + text(aborted);
                    case AssertionError assertion -> text(assertion);
                    case TimeoutException late -> "The test took too long: " + text(late);
                    default -> failure.getClass().getSimpleName() + ": " + text(failure) + where(failure);
                });
    }

    static String cut(String message) {
        String shown = message.strip();
        if (shown.length() <= MAX_CHARS) {
            return shown;
        }
        int end = Character.isHighSurrogate(shown.charAt(MAX_CHARS - 2)) ? MAX_CHARS - 2 : MAX_CHARS - 1;
        return shown.substring(0, end) + "…";
    }

    private static String text(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? "failed without a message" + where(failure) : message;
    }

    /** Where in the exam it happened, for its author. */
    private static String where(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("dev.assay.")
                        && !frame.getClassName().startsWith("java.")
                        && !frame.getClassName().startsWith("jdk.")
                        && !frame.getClassName().startsWith("org."))
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
    }
}

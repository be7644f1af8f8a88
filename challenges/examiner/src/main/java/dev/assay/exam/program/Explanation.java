package dev.assay.exam.program;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/** What a failed test tells people: never a stack trace, at most 4 KiB. */
final class Explanation {
    private static final int MAX_BYTES = 4096;

    /** Control characters but line feed and tab, and those that turn the direction of text. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]");

    private Explanation() {}

    static String of(Throwable failure) {
        return cut(
                switch (failure) {
                    case TestAbortedException aborted -> text(aborted);
                    case AssertionError assertion -> text(assertion);
                    case TimeoutException late -> "The test took too long: " + text(late);
                    default -> failure.getClass().getSimpleName() + ": " + text(failure) + where(failure);
                });
    }

    /** The message without what could act on a terminal, cut to the limit. */
    static String cut(String message) {
        String shown = INVISIBLE
                .matcher(message.strip())
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
        if (bytes(shown) <= MAX_BYTES) {
            return shown;
        }
        int end = Math.min(shown.length(), MAX_BYTES);
        while (bytes(shown.substring(0, end) + "…") > MAX_BYTES || Character.isHighSurrogate(shown.charAt(end - 1))) {
            end--;
        }
        return shown.substring(0, end) + "…";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
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

package dev.assay.exam;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client did, and what came of it.
 *
 * @param client a number for each thread that recorded something
 * @param begin in nanoseconds, before the call
 * @param end in nanoseconds, after the answer; {@link #NEVER} when there was none
 */
record Operation(int client, What what, Outcome outcome, long begin, long end) {
    static final long NEVER = Long.MAX_VALUE;

    /** Values are null where there is nothing. */
    sealed interface What {}

    record Write(String key, @Nullable Object value) implements What {}

    record Read(String key, @Nullable Object value) implements What {}

    /** @param by how much, by key */
    record Change(Map<String, Long> by) implements What {}

    record Claim(String key) implements What {}

    enum Outcome {
        /** It has happened: the service said so. */
        ACKNOWLEDGED,
        /** It has not happened: the service said so. */
        REFUSED,
        /** It has happened, will happen, or will not. */
        UNKNOWN
    }

    boolean is(Outcome other) {
        return outcome == other;
    }

    /** On a line of its own, with times from a moment on. */
    String shown(long from) {
        return String.format(
                Locale.ROOT, "%s to %s ms: client %d %s", millis(begin, from), millis(end, from), client, words());
    }

    private String words() {
        return switch (what) {
            case Write(String key, Object value) -> "writes " + literal(value) + " to " + key + came();
            case Read(String key, Object value) -> "reads " + literal(value) + " from " + key;
            case Change(Map<String, Long> by) -> "changes " + Words.cut(by.toString(), 100) + came();
            case Claim(String key) -> "claims " + key + came();
        };
    }

    private String came() {
        return ", " + outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String millis(long at, long from) {
        return at == NEVER ? "?" : String.format(Locale.ROOT, "%.1f", (at - from) / 1e6);
    }

    static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case String text -> "\"" + Words.cut(text, 60) + "\"";
            default -> Words.cut(value.toString(), 60);
        };
    }
}

package dev.assay.exam;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a {@link ThirdParty} answers, or how it fails to.
 *
 * <pre>{@code
 * Answer.json(201, Map.of("id", "ch_1"))
 * Answer.status(503).header("Retry-After", "1")
 * Answer.json(201, Map.of("id", "ch_1")).after(Duration.ofSeconds(3))
 * Answer.text(200, "<h1>Bad gateway</h1>").header("Content-Type", "text/html")
 * Answer.closes()
 * Answer.hangs()
 * Answer.json(200, charges).truncated()
 * }</pre>
 */
public final class Answer {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** How it goes. */
    enum Course {
        WHOLE,
        TRUNCATED,
        CLOSES,
        HANGS
    }

    record Header(String name, String value) {}

    private final Course course;
    private final int status;
    private final List<Header> headers;
    private final byte[] body;
    private final Duration delay;

    private Answer(Course course, int status, List<Header> headers, byte[] body, Duration delay) {
        this.course = course;
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.delay = delay;
    }

    /** This status, from 200 to 599, and no body. */
    public static Answer status(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("A third party answers with a status from 200 to 599, not " + status);
        }
        return new Answer(Course.WHOLE, status, List.of(), new byte[0], Duration.ZERO);
    }

    /** The value as JSON, with its content type: a map, a list, a record, or null. */
    public static Answer json(int status, @Nullable Object value) {
        return text(status, JSON.writeValueAsString(value)).header("Content-Type", "application/json");
    }

    /** The text as it stands; its content type is {@code text/plain} when no header says otherwise. */
    public static Answer text(int status, String text) {
        Answer empty = status(status);
        return new Answer(empty.course, status, empty.headers, text.getBytes(StandardCharsets.UTF_8), empty.delay);
    }

    /** Closes the connection without an answer. */
    public static Answer closes() {
        return status(200).going(Course.CLOSES);
    }

    /** Never answers; the connection is closed when the test ends. */
    public static Answer hangs() {
        return status(200).going(Course.HANGS);
    }

    /** With this header, in place of one of the same name. */
    public Answer header(String name, String value) {
        Objects.requireNonNull(value);
        List<Header> all = new ArrayList<>(headers);
        all.removeIf(header -> header.name().equalsIgnoreCase(name));
        all.add(new Header(name, value));
        return new Answer(course, status, all, body, delay);
    }

    /** The same, but so long after the request has come. */
    public Answer after(Duration wait) {
        return new Answer(course, status, headers, body, wait);
    }

    /** The same, but the connection is closed in the middle of the body. */
    public Answer truncated() {
        if (body.length == 0) {
            throw new IllegalStateException("An answer without a body cannot be cut short");
        }
        return going(Course.TRUNCATED);
    }

    private Answer going(Course other) {
        return new Answer(other, status, headers, body, delay);
    }

    Course course() {
        return course;
    }

    int status() {
        return status;
    }

    List<Header> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    Duration delay() {
        return delay;
    }
}

package dev.assay.exam;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ObjectAssert;
import org.jspecify.annotations.Nullable;

/** A whole answer of the service. Its assertions name the request and the answer when they fail. */
public final class Reply {
    private final String request;
    private final int status;
    private final HttpHeaders headers;
    private final String body;
    private final JsonBody json;

    Reply(Call call, HttpResponse<byte[]> response) {
        this.request = call.toString();
        this.status = response.statusCode();
        this.headers = response.headers();
        // The bytes are not kept: an exam may hold 64 of the longest answers at one time.
        this.body = new String(response.body(), StandardCharsets.UTF_8);
        this.json = new JsonBody(body, request + " → " + status, this::failure);
    }

    public int status() {
        return status;
    }

    /** The body, read as UTF-8. */
    public String body() {
        return body;
    }

    /** The first value of the header, whatever the case of its name. */
    public Optional<String> headerValue(String name) {
        return headers.firstValue(name);
    }

    /** Fails unless the answer has this status. */
    public Reply hasStatus(int expected) {
        if (status() != expected) {
            throw failure("expected status " + expected + " but was " + status());
        }
        return this;
    }

    /** Fails unless the answer has one of these statuses. */
    public Reply hasStatusIn(int... expected) {
        if (Arrays.stream(expected).noneMatch(one -> one == status())) {
            throw failure("expected one of the statuses " + Arrays.toString(expected) + " but was " + status());
        }
        return this;
    }

    /** Fails unless the content type is this one; parameters such as a charset do not matter. */
    public Reply hasContentType(String expected) {
        String actual = headerValue("Content-Type").orElse("none");
        if (!actual.split(";", 2)[0].strip().equalsIgnoreCase(expected)) {
            throw failure("expected the content type " + expected + " but was " + actual);
        }
        return this;
    }

    /** An assertion on the header's first value; fails when the header is missing. */
    public AbstractStringAssert<?> header(String name) {
        String value = headerValue(name).orElseThrow(() -> failure("expected a header " + name));
        return Assertions.assertThat(value).as("%s → %d, header %s", request, status(), name);
    }

    /** An assertion on a field of the JSON body. The field may be null, but must be there. */
    public ObjectAssert<@Nullable Object> field(String name) {
        return json.field(name);
    }

    /** Fails when the JSON body has this field with a value other than null. */
    public Reply hasNoField(String name) {
        json.hasNoField(name);
        return this;
    }

    /** The text in a field of the JSON body; fails when it is not text. */
    public String text(String name) {
        return json.text(name);
    }

    /** The whole number in a field of the JSON body; fails when it is not one. */
    public long number(String name) {
        return json.number(name);
    }

    /** The elements of the JSON body, or of an array in it, as maps, lists, texts, numbers and booleans. */
    public List<?> list(String name) {
        return json.list(name);
    }

    /**
     * Fails unless the JSON body is this, and names each place that differs. Numbers are equal when their values are; the order of
     * fields does not matter, that of elements does.
     *
     * <pre>{@code
     * reply.hasJson(Map.of("id", 7, "items", List.of("a", "b")));
     * reply.hasJson("""
     *         {"id": 7, "items": ["a", "b"]}
     *         """);
     * }</pre>
     *
     * @param expected a map, a list, a record or null, or JSON as text
     */
    public Reply hasJson(@Nullable Object expected) {
        json.is(expected);
        return this;
    }

    /**
     * As {@link #hasJson}, but objects may have more fields than were expected, at whatever depth. Arrays have as many elements as
     * expected.
     */
    public Reply hasJsonContaining(Object expected) {
        json.contains(expected);
        return this;
    }

    /** A failure that names the request, what was expected, and the body of the answer. */
    public AssertionError failure(String what) {
        return new AssertionError(request + " → " + what + ", " + JsonBody.shown(body));
    }

    @Override
    public String toString() {
        return request + " → " + status() + (body.isEmpty() ? "" : " " + Words.cut(body, 300));
    }
}

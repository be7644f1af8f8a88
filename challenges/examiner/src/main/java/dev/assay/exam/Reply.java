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
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole answer of the service. Its assertions name the request and the answer when they fail. */
public final class Reply {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String request;
    private final int status;
    private final HttpHeaders headers;
    private final String body;

    Reply(Call call, HttpResponse<byte[]> response) {
        this.request = call.toString();
        this.status = response.statusCode();
        this.headers = response.headers();
        // The bytes are not kept: an exam may hold 64 of the longest answers at one time.
        this.body = new String(response.body(), StandardCharsets.UTF_8);
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
        return Assertions.assertThat(plain(node(name))).as("%s → %d, field %s", request, status(), name);
    }

    /** Fails when the JSON body has this field with a value other than null. */
    public Reply hasNoField(String name) {
        JsonNode node = json().at(pointer(name));
        if (!node.isMissingNode() && !node.isNull()) {
            throw failure("expected no field " + name);
        }
        return this;
    }

    /** The text in a field of the JSON body; fails when it is not text. */
    public String text(String name) {
        JsonNode node = node(name);
        if (!node.isString()) {
            throw failure("expected text in the field " + name + " but was " + Words.cut(node.toString(), 100));
        }
        return node.stringValue();
    }

    /** The whole number in a field of the JSON body; fails when it is not one. */
    public long number(String name) {
        JsonNode node = node(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw failure(
                    "expected a whole number in the field " + name + " but was " + Words.cut(node.toString(), 100));
        }
        return node.longValue();
    }

    /** The elements of the JSON body, or of an array in it, as maps, lists, texts, numbers and booleans. */
    public List<?> list(String name) {
        JsonNode node = node(name);
        if (!node.isArray()) {
            throw failure("expected an array in " + name + " but was " + Words.cut(node.toString(), 100));
        }
        return JSON.treeToValue(node, List.class);
    }

    /** A failure that names the request, what was expected, and the body of the answer. */
    public AssertionError failure(String what) {
        String shown = body.isEmpty() ? "no body" : "body: " + Words.cut(body, 500);
        return new AssertionError(request + " → " + what + ", " + shown);
    }

    private JsonNode node(String name) {
        JsonNode node = json().at(pointer(name));
        if (node.isMissingNode()) {
            throw failure("expected a field " + name);
        }
        return node;
    }

    /** A name means a field at the top; a JSON pointer such as {@code /items/0/id} reaches deeper. */
    private static JsonPointer pointer(String name) {
        return name.isEmpty() || name.startsWith("/")
                ? JsonPointer.compile(name)
                : JsonPointer.empty().appendProperty(name);
    }

    private static @Nullable Object plain(JsonNode node) {
        return node.isNull() ? null : JSON.treeToValue(node, Object.class);
    }

    private JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw failure(
                    "expected a JSON body but it cannot be read (" + Words.cut(e.getOriginalMessage(), 150) + ")");
        }
    }

    @Override
    public String toString() {
        return request + " → " + status() + (body.isEmpty() ? "" : " " + Words.cut(body, 300));
    }
}

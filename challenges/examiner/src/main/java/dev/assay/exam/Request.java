package dev.assay.exam;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ObjectAssert;
import org.jspecify.annotations.Nullable;

/** A request that the service sent to a {@link ThirdParty}. Its assertions name the request when they fail. */
public final class Request {
    private final String party;
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Map<String, List<String>> headers;
    private final String body;
    private final JsonBody json;

    /** @param headers found whatever the case of their names */
    Request(String party, String method, URI target, Map<String, List<String>> headers, byte[] body) {
        this.party = party;
        this.method = method;
        this.path = target.getRawPath() == null ? "" : target.getRawPath();
        this.query = target.getRawQuery();
        this.headers = headers;
        this.body = new String(body, StandardCharsets.UTF_8);
        this.json = new JsonBody(this.body, this.toString(), this::failure);
    }

    public String method() {
        return method;
    }

    /** As it was sent, percent-encoded, without the query. */
    public String path() {
        return path;
    }

    /** What comes after the question mark, as it was sent; empty when there is none. */
    public String query() {
        return query == null ? "" : query;
    }

    /** The first value of a parameter of the query, decoded. */
    public Optional<String> parameter(String name) {
        for (String pair : query().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (decoded(parts[0]).equals(name)) {
                return Optional.of(parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return Optional.empty();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** The body, read as UTF-8. */
    public String body() {
        return body;
    }

    /** The first value of the header, whatever the case of its name. */
    public Optional<String> headerValue(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    /** An assertion on the header's first value; fails when the header is missing. */
    public AbstractStringAssert<?> header(String name) {
        String value = headerValue(name).orElseThrow(() -> failure("expected a header " + name));
        return Assertions.assertThat(value).as("%s, header %s", this, name);
    }

    /** An assertion on a field of the JSON body. The field may be null, but must be there. */
    public ObjectAssert<@Nullable Object> field(String name) {
        return json.field(name);
    }

    /** Fails when the JSON body has this field with a value other than null. */
    public Request hasNoField(String name) {
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

    /** Fails unless the JSON body is this; as {@link Reply#hasJson}. */
    public Request hasJson(@Nullable Object expected) {
        json.is(expected);
        return this;
    }

    /** Fails unless the JSON body has these fields, among others; as {@link Reply#hasJsonContaining}. */
    public Request hasJsonContaining(Object expected) {
        json.contains(expected);
        return this;
    }

    /** A failure that names the request, what was expected, and the body. */
    public AssertionError failure(String what) {
        return new AssertionError(this + " → " + what + ", " + JsonBody.shown(body));
    }

    @Override
    public String toString() {
        return party + " got " + Words.cut(method, 20) + " "
                + Words.cut(query == null ? path : path + "?" + query, 300);
    }
}

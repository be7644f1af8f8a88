package dev.assay.exam;

import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ObjectAssert;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a message, as the service sent it, of which an exam expects that it is JSON. */
final class JsonBody {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Loses no digit, as a comparison must not. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String body;
    private final String whose;
    private final Function<String, AssertionError> failure;

    /**
     * @param whose names the message
     * @param failure given what was expected
     */
    JsonBody(String body, String whose, Function<String, AssertionError> failure) {
        this.body = body;
        this.whose = whose;
        this.failure = failure;
    }

    static String shown(String body) {
        return body.isEmpty() ? "no body" : "body: " + Words.cut(body, 500);
    }

    ObjectAssert<@Nullable Object> field(String name) {
        return Assertions.assertThat(plain(node(name))).as("%s, field %s", whose, name);
    }

    void hasNoField(String name) {
        JsonNode node = read(JSON).at(pointer(name));
        if (!node.isMissingNode() && !node.isNull()) {
            throw failure.apply("expected no field " + name);
        }
    }

    String text(String name) {
        JsonNode node = node(name);
        if (!node.isString()) {
            throw failure.apply("expected text in the field " + name + " but was " + Words.cut(node.toString(), 100));
        }
        return node.stringValue();
    }

    long number(String name) {
        JsonNode node = node(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw failure.apply(
                    "expected a whole number in the field " + name + " but was " + Words.cut(node.toString(), 100));
        }
        return node.longValue();
    }

    List<?> list(String name) {
        JsonNode node = node(name);
        if (!node.isArray()) {
            throw failure.apply("expected an array in " + name + " but was " + Words.cut(node.toString(), 100));
        }
        return JSON.treeToValue(node, List.class);
    }

    void is(@Nullable Object expected) {
        require(JsonDifference.between(tree(expected), read(EXACT)));
    }

    void contains(Object expected) {
        require(JsonDifference.missing(tree(expected), read(EXACT)));
    }

    private void require(List<String> differences) {
        if (differences.size() == 1) {
            throw failure.apply("expected other JSON: " + differences.getFirst());
        }
        if (!differences.isEmpty()) {
            throw failure.apply("expected other JSON:\n  " + String.join("\n  ", differences) + "\n");
        }
    }

    /** A text of the exam is JSON already. */
    private static JsonNode tree(@Nullable Object expected) {
        try {
            return EXACT.readTree(expected instanceof String text ? text : EXACT.writeValueAsString(expected));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The expected JSON cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private JsonNode node(String name) {
        JsonNode node = read(JSON).at(pointer(name));
        if (node.isMissingNode()) {
            throw failure.apply("expected a field " + name);
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

    private JsonNode read(JsonMapper mapper) {
        try {
            return mapper.readTree(body);
        } catch (JacksonException e) {
            throw failure.apply(
                    "expected a JSON body but it cannot be read (" + Words.cut(e.getOriginalMessage(), 150) + ")");
        }
    }
}

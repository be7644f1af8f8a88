package dev.assay.exam;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A statement that is being put together; {@link #rows()} or {@link #refusal()} runs it. May be run more than once. */
public final class Statement {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The body of a request with SQL in it. */
    record Script(String sql, Map<String, @Nullable Object> parameters) {}

    private final String what;
    private final Supplier<Call> call;
    private final Function<Map<String, @Nullable Object>, Object> body;
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    private Duration timeout = Duration.ofSeconds(Service.TIMEOUT_SECONDS);

    Statement(String what, Supplier<Call> call, Function<Map<String, @Nullable Object>, Object> body) {
        this.what = what;
        this.call = call;
        this.body = body;
    }

    /** The value of the parameter {@code :name}: a text, number or boolean, a date or time of {@code java.time}, a list, or null. */
    public Statement with(String name, @Nullable Object value) {
        parameters.put(name, value);
        return this;
    }

    /** Values of parameters by their names. */
    public Statement with(Map<String, ?> values) {
        parameters.putAll(values);
        return this;
    }

    /** How long it may take. */
    public Statement timeout(Duration limit) {
        this.timeout = limit;
        return this;
    }

    /** Runs it; fails the test when it is refused. */
    public Rows rows() {
        Reply reply = send();
        JsonNode json = read(reply);
        if (reply.status() == 200) {
            return Rows.of(toString(), json);
        }
        throw new AssertionError(this + " → " + Refusal.of(toString(), json));
    }

    /** Runs it and expects that it is refused; fails the test when it is carried out. */
    public Refusal refusal() {
        Reply reply = send();
        JsonNode json = read(reply);
        if (reply.status() == 400) {
            return Refusal.of(toString(), json);
        }
        throw reply.status() == 200
                ? Rows.of(toString(), json).failure("expected it to be refused but it was carried out")
                : new AssertionError(this + " → " + Refusal.of(toString(), json));
    }

    private Reply send() {
        return call.get()
                .named(toString())
                .json(body.apply(parameters))
                .timeout(timeout)
                .send();
    }

    private JsonNode read(Reply reply) {
        try {
            JsonNode json = JSON.readTree(reply.body());
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException notJson) {
            // Below.
        }
        throw new AssertionError(this + " → the answer makes no sense; has something taken the database's place?");
    }

    static Optional<String> text(JsonNode json, String field) {
        return Optional.of(json.path(field)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    /** The statement as failure messages name it. */
    @Override
    public String toString() {
        return parameters.isEmpty() ? what : what + " " + Words.cut(parameters.toString(), 200);
    }
}

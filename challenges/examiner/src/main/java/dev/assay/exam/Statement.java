package dev.assay.exam;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A statement that is being put together; {@link #rows()} or {@link #refusal()} runs it. May be run more than once. */
public final class Statement {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Who carries statements out. */
    interface Carrier {
        /** @param statement names it in failures */
        Told carry(String statement, Map<String, @Nullable Object> parameters, Duration timeout);
    }

    /** @param json columns and rows when it was carried out, else the reason */
    record Told(End end, JsonNode json) {
        enum End {
            DONE,
            REFUSED,
            /** It did not come so far. */
            FAILED
        }
    }

    private final String what;
    private final Carrier carrier;
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    private Duration timeout = Duration.ofSeconds(Service.TIMEOUT_SECONDS);

    Statement(String what, Carrier carrier) {
        this.what = what;
        this.carrier = carrier;
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
        Told told = carry();
        return switch (told.end()) {
            case DONE -> Rows.of(toString(), told.json());
            case REFUSED, FAILED -> throw failure(told);
        };
    }

    /** Runs it and expects that it is refused; fails the test when it is carried out. */
    public Refusal refusal() {
        Told told = carry();
        return switch (told.end()) {
            case REFUSED -> Refusal.of(toString(), told.json());
            case DONE ->
                throw Rows.of(toString(), told.json()).failure("expected it to be refused but it was carried out");
            case FAILED -> throw failure(told);
        };
    }

    private Told carry() {
        return carrier.carry(toString(), parameters, timeout);
    }

    private AssertionError failure(Told told) {
        return new AssertionError(this + " → " + Refusal.of(toString(), told.json()));
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

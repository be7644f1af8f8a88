import java.util.Map;
import java.util.Optional;

/** One change of a batch; without a value it deletes. */
record Change(String key, Optional<String> value) {
    static Change put(String key, String value) {
        return new Change(key, Optional.of(value));
    }

    static Change delete(String key) {
        return new Change(key, Optional.empty());
    }

    Map<String, String> json() {
        return value.map(text -> Map.of("op", "put", "key", key, "value", text))
                .orElseGet(() -> Map.of("op", "delete", "key", key));
    }

    void applyTo(Map<String, String> items) {
        value.ifPresentOrElse(text -> items.put(key, text), () -> items.remove(key));
    }
}

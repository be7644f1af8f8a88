import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the tests say again and again. */
final class Office {
    static final int LONGEST_VALUE = 32_768;
    static final int MOST_CHANGES = 100;

    /** Random, so that it cannot be compressed to nothing; heavy values are cut from it. */
    private static final String FILLING = Fresh.word(2 * LONGEST_VALUE);

    private Office() {}

    static String freshKey() {
        return "k-" + Fresh.word();
    }

    /** Of the longest size, beginning with the stamp. */
    static String heavy(String stamp) {
        int from = Fresh.number(0, LONGEST_VALUE);
        return (stamp + "-" + FILLING.substring(from, from + LONGEST_VALUE)).substring(0, LONGEST_VALUE);
    }

    static Call put(Service service, String key, Object value) {
        return service.put("/items/" + key).json(Map.of("value", value));
    }

    static void store(Service service, String key, String value) {
        put(service, key, value).send().hasStatus(204);
    }

    static Call get(Service service, String key) {
        return service.get("/items/" + key);
    }

    static Call delete(Service service, String key) {
        return service.delete("/items/" + key);
    }

    static Call batch(Service service, List<Change> changes) {
        return service.post("/batch").json(Map.of("changes", changes.stream().map(Change::json).toList()));
    }

    static void apply(Service service, Change... changes) {
        apply(service, List.of(changes));
    }

    static void apply(Service service, List<Change> changes) {
        batch(service, changes).send().hasStatus(204);
    }

    static Call list(Service service, String prefix) {
        return service.get("/items?prefix=" + prefix);
    }

    /** The items of a list, in its order. */
    static Map<String, String> items(Reply list) {
        Map<String, String> items = new LinkedHashMap<>();
        for (Object item : list.hasStatus(200).list("items")) {
            if (item instanceof Map<?, ?> fields
                    && fields.get("key") instanceof String key
                    && fields.get("value") instanceof String value) {
                items.put(key, value);
            } else {
                throw list.failure("expected each item to have a key and a value that are text");
            }
        }
        return items;
    }

    static void holds(Service service, String key, String value) {
        Reply reply = get(service, key).send().hasStatus(200);
        if (!reply.text("value").equals(value)) {
            throw reply.failure("expected the value " + brief(value));
        }
    }

    static void hasNo(Service service, String key) {
        get(service, key).send().hasStatus(404);
    }

    /** Deletes all items whose keys begin so. */
    static void clear(Service service, String prefix) {
        List<Change> deletions = new ArrayList<>();
        items(list(service, prefix).send()).keySet().forEach(key -> deletions.add(Change.delete(key)));
        assertThat(deletions.size()).as("items to clear in one batch").isLessThanOrEqualTo(MOST_CHANGES);
        if (!deletions.isEmpty()) {
            apply(service, deletions);
        }
    }

    static String brief(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "… (" + value.length() + " characters)";
    }
}

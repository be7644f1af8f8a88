import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("validation")
class RefusalTests {
    private final Service service;

    RefusalTests(Service service) {
        this.service = service;
    }

    @Test
    @Visible
    @DisplayName("A body that is not JSON, or of another shape, answers 400")
    void refusesWrongShapes() {
        String key = Office.freshKey();
        for (String body : List.of("", "one suitcase", "{\"value\": \"one suitcase\"", "{}", "{\"Value\": \"x\"}", "{\"value\": null}")) {
            service.put("/items/" + key).body("application/json", body).send().hasStatus(400);
            service.post("/batch").body("application/json", body).send().hasStatus(400);
        }
        for (Object body : Arrays.asList(List.of("x"), "x", 42, null)) {
            service.put("/items/" + key).json(body).send().hasStatus(400);
            service.post("/batch").json(body).send().hasStatus(400);
        }
        for (Object value : List.of(42, true, 1.5, List.of("x"), Map.of("text", "x"))) {
            Office.put(service, key, value).send().hasStatus(400);
            send(Map.of("op", "put", "key", key, "value", value)).hasStatus(400);
        }
        for (Object change : Arrays.asList(
                "put",
                42,
                List.of("put", key, "x"),
                null,
                Map.of("op", "rename", "key", key, "value", "x"),
                Map.of("key", key, "value", "x"),
                Map.of("op", "put", "key", key),
                Map.of("op", "put", "value", "x"),
                Map.of("op", "delete"))) {
            send(change).hasStatus(400);
        }
        service.post("/batch").json(Map.of("changes", Map.of("op", "delete", "key", key))).send().hasStatus(400);
        Office.hasNo(service, key);
    }

    @Test
    @DisplayName("A key has 1 to 64 letters, digits, _ and -, and every refusal says why")
    void refusesBadKeys() {
        String longest = Fresh.word(30) + "_-ABC" + Fresh.word(29);
        String shortest = Fresh.word(1);
        Office.store(service, longest, "longest");
        Office.store(service, shortest, "shortest");
        Office.holds(service, longest, "longest");
        Office.holds(service, shortest, "shortest");

        for (String key : List.of(longest + "x", "a.b", "a%20b", "k%C3%B6nig", "a:b", "a%0A")) {
            explains(Office.put(service, key, Fresh.word()).send(), 400);
        }
        for (String key : List.of("", longest + "x", "a.b", "a/b", "a b", "könig", "a\n")) {
            explains(send(Change.put(key, Fresh.word()).json()), 400);
            explains(send(Change.delete(key).json()), 400);
        }
        explains(service.get("/items").send(), 400);
        explains(Office.get(service, Office.freshKey()).send(), 404);
        explains(service.post("/batch").body("application/json", "changes").send(), 400);
    }

    @Test
    @DisplayName("A value has at most 32,768 bytes in UTF-8, and a batch 1 to 100 changes; other fields are ignored")
    void knowsItsLimits() {
        String key = Office.freshKey();
        String stamp = Fresh.word();
        for (String longest : List.of(
                Office.heavy(stamp),
                stamp + "é".repeat((Office.LONGEST_VALUE - stamp.length()) / 2),
                stamp + "🧳".repeat((Office.LONGEST_VALUE - stamp.length()) / 4))) {
            Office.store(service, key, longest);
            Office.holds(service, key, longest);

            Office.put(service, key, longest + "x").send().hasStatus(400);
            send(Change.put(key, longest + "x").json()).hasStatus(400);
            Office.holds(service, key, longest);
        }
        Office.delete(service, key).send().hasStatus(204);

        String prefix = Office.freshKey() + "-";
        Office.batch(service, puts(prefix, 101)).send().hasStatus(400);
        Office.batch(service, List.of()).send().hasStatus(400);
        Office.hasNo(service, prefix + "0");
        Office.apply(service, puts(prefix, Office.MOST_CHANGES));
        Office.holds(service, prefix + "99", "99");
        Office.clear(service, prefix);

        service.put("/items/" + key).json(Map.of("value", "one cello", "shelf", 4)).send().hasStatus(204);
        Office.holds(service, key, "one cello");
        send(Map.of("op", "put", "key", key, "value", "moved", "shelf", 5)).hasStatus(204);
        Office.holds(service, key, "moved");
        Office.delete(service, key).send().hasStatus(204);
    }

    private Reply send(Object change) {
        return service.post("/batch").json(Map.of("changes", Arrays.asList(change))).send();
    }

    private static List<Change> puts(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Change.put(prefix + i, String.valueOf(i)))
                .toList();
    }

    private static void explains(Reply refusal, int status) {
        refusal.hasStatus(status).hasContentType("application/json");
        if (refusal.text("error").isBlank()) {
            throw refusal.failure("expected the field error to say why");
        }
    }
}

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("validation")
class ValidationTests {
    private static final int HOUR_MS = 3_600_000;

    private final Laundry laundry;

    ValidationTests(Service service) {
        this.laundry = new Laundry(service);
    }

    @Test
    @Visible
    @DisplayName("A body or a payload that is not a JSON object answers 400")
    void refusesWhatIsNoObject() {
        String job = "/jobs/" + laundry.add();
        laundry.take();
        for (String path : List.of("/jobs", "/take", job + "/ack", job + "/fail")) {
            for (String body : List.of("", "{\"payload\": {}, \"leaseMs\": 100", "leaseMs=100", "[]", "\"lease\"", "100", "null")) {
                laundry.post(path).body("application/json", body).send().hasStatus(400);
            }
        }

        laundry.post("/jobs").json(Map.of()).send().hasStatus(400);
        for (Object payload : Arrays.asList(null, Fresh.word(), 42, true, List.of(Map.of("room", 214)))) {
            Map<String, Object> fields = new HashMap<>();
            fields.put("payload", payload);
            laundry.post("/jobs").json(fields).send().hasStatus(400);
        }
    }

    @Test
    @DisplayName("A field that is missing, of another type or out of its range answers 400")
    void refusesBadFields() {
        for (Object number : List.of(0, -1, 21, 1.5, "3", true, List.of(3))) {
            laundry.adding(Map.of("maxAttempts", number)).hasStatus(400);
        }
        for (Object number : List.of(-1, HOUR_MS + 1, 0.5, "0", false, Map.of())) {
            laundry.adding(Map.of("delayMs", number)).hasStatus(400);
        }
        for (Object key : List.of("", "k".repeat(101), 17, true, List.of("k"))) {
            laundry.adding(Map.of("key", key)).hasStatus(400);
        }
        String id = laundry.add();
        laundry.post("/take").json(Map.of()).send().hasStatus(400);
        for (Object number : List.of(0, -100, HOUR_MS + 1, 100.5, "100", true)) {
            laundry.post("/take").json(Map.of("leaseMs", number)).send().hasStatus(400);
        }
        String lease = laundry.take().text("lease");
        for (Object number : List.of(-1, HOUR_MS + 1, 0.5, "0", false)) {
            laundry.post("/jobs/" + id + "/fail").json(Map.of("lease", lease, "delayMs", number)).send().hasStatus(400);
        }
        for (String end : List.of("/ack", "/fail")) {
            laundry.post("/jobs/" + id + end).json(Map.of()).send().hasStatus(400);
            for (Object other : List.of(17, true, List.of(), Map.of())) {
                laundry.post("/jobs/" + id + end).json(Map.of("lease", other)).send().hasStatus(400);
            }
        }
    }

    @Test
    @DisplayName("Values at the limits are accepted, null means left out, and unknown fields are ignored")
    void acceptsWhatIsAllowed() {
        laundry.add(Map.of("key", Fresh.word(100), "maxAttempts", 20));
        laundry.add(Map.of("key", Fresh.word(1), "maxAttempts", 1, "delayMs", HOUR_MS, "payload", Map.of()));
        laundry.fail(laundry.takeFor(HOUR_MS), HOUR_MS).hasStatus(200).field("state").isEqualTo("delayed");

        Map<String, Object> fields = new HashMap<>(Map.of("starch", Map.of("level", 2)));
        for (String name : List.of("key", "delayMs", "maxAttempts")) {
            fields.put(name, null);
        }
        String first = laundry.add(fields);
        String second = laundry.add(fields);
        laundry.look(second).field("maxAttempts").isEqualTo(3);
        Reply taken = laundry.take();
        taken.field("id").isEqualTo(first);
        Map<String, Object> failure = new HashMap<>(Map.of("lease", taken.text("lease"), "because", Fresh.word()));
        failure.put("delayMs", null);
        laundry.post("/jobs/" + first + "/fail").json(failure).send().hasStatus(200).field("state").isEqualTo("ready");
    }

    @Test
    @DisplayName("A refused request adds nothing, takes nothing and ends no lease")
    void changesNothingWhenItRefuses() {
        String key = Fresh.word();
        laundry.adding(Map.of("key", key, "maxAttempts", 0)).hasStatus(400);
        laundry.adding(Map.of("key", key, "delayMs", "soon")).hasStatus(400);
        laundry.hasNothingToTake();
        String id = laundry.add(Map.of("key", key));

        laundry.taking(0).hasStatus(400);
        laundry.shows(id, "ready", 0);

        Reply taken = laundry.take();
        laundry.fail(taken, -1).hasStatus(400);
        laundry.shows(id, "leased", 1);
        laundry.ack(taken).hasStatus(200);
    }

    @Test
    @DisplayName("A job that is not there answers 404, and every refusal says why")
    void explainsEveryRefusal() {
        String id = laundry.add();
        String lease = laundry.take().text("lease");
        String nobody = Fresh.word(20);

        explains(laundry.look(nobody), 404);
        explains(laundry.ack(nobody, lease), 404);
        explains(laundry.post("/jobs/" + nobody + "/fail").json(Map.of("lease", lease)).send(), 404);
        explains(laundry.ack(id, Fresh.word()), 409);
        explains(laundry.post("/jobs").json(Map.of()).send(), 400);
        explains(laundry.post("/take").body("application/json", "{").send(), 400);
        explains(laundry.taking(0), 400);
    }

    private static void explains(Reply refusal, int status) {
        refusal.hasStatus(status).hasContentType("application/json");
        if (refusal.text("error").isBlank()) {
            throw refusal.failure("expected the field error to say why");
        }
    }
}

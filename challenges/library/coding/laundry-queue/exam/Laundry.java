import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Waiting;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A queue of its own, and what the tests do with it again and again. */
final class Laundry {
    /** Longer than any test may take, so that it cannot end within one. */
    static final long NO_END_MS = 600_000;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Clocks of whole milliseconds and timers may be off by some of them. */
    private static final long COARSE_CLOCK_MS = 20;

    private final Service service;
    private final String path = "/queues/q-" + Fresh.word();

    Laundry(Service service) {
        this.service = service;
    }

    static Map<String, Object> freshPayload() {
        return Map.of("room", Fresh.number(100, 999), "guest", Fresh.word());
    }

    /** Posts to a path below the queue, such as {@code /take}. */
    Call post(String below) {
        return service.post(path + below);
    }

    Call get(String below) {
        return service.get(path + below);
    }

    /** A request for a job with a payload and these fields. */
    Reply adding(Map<String, ?> fields) {
        Map<String, Object> all = new HashMap<>(Map.of("payload", freshPayload()));
        all.putAll(fields);
        return post("/jobs").json(all).send();
    }

    /** Adds a job and returns its id. */
    String add(Map<String, ?> fields) {
        return adding(fields).hasStatus(201).text("id");
    }

    String add() {
        return add(Map.of());
    }

    List<String> addMany(int n) {
        return IntStream.range(0, n).mapToObj(_ -> add()).toList();
    }

    Reply taking(long leaseMs) {
        return post("/take").json(Map.of("leaseMs", leaseMs)).send();
    }

    /** Takes a job, which must be there. */
    Reply takeFor(long leaseMs) {
        return taking(leaseMs).hasStatus(200);
    }

    Reply take() {
        return takeFor(NO_END_MS);
    }

    void takesNext(String id) {
        take().field("id").isEqualTo(id);
    }

    void hasNothingToTake() {
        taking(NO_END_MS).hasStatus(204);
    }

    Reply ack(Reply taken) {
        return ack(taken.text("id"), taken.text("lease"));
    }

    Reply ack(String id, Object lease) {
        return post("/jobs/" + id + "/ack").json(Map.of("lease", lease)).send();
    }

    Reply fail(Reply taken) {
        return fail(taken, 0);
    }

    Reply fail(Reply taken, long delayMs) {
        return post("/jobs/" + taken.text("id") + "/fail")
                .json(Map.of("lease", taken.text("lease"), "delayMs", delayMs))
                .send();
    }

    Reply look(String id) {
        return get("/jobs/" + id).send();
    }

    void shows(String id, String state, int attempts) {
        Reply shown = look(id).hasStatus(200);
        shown.field("state").isEqualTo(state);
        shown.field("attempts").isEqualTo(attempts);
    }

    List<Object> deadIds() {
        return idsOf(dead());
    }

    Reply dead() {
        return get("/dead").send().hasStatus(200);
    }

    /** Looks at a job until it has this state. */
    void awaitState(String id, String state) {
        Waiting.until(PATIENCE, () -> look(id).hasStatus(200), shown -> shown.text("state").equals(state))
                .field("state")
                .isEqualTo(state);
    }

    /** Adds a job whose key is known, until it is shown in this state. */
    void awaitKnown(Map<String, ?> fields, String state) {
        Waiting.until(PATIENCE, () -> adding(fields).hasStatus(200), shown -> shown.text("state").equals(state))
                .field("state")
                .isEqualTo(state);
    }

    void awaitDead(String id) {
        Reply last = Waiting.until(PATIENCE, this::dead, shown -> idsOf(shown).contains(id));
        assertThat(idsOf(last)).as("the ids in %s", last).contains(id);
    }

    /** Asks for a job until there is one. */
    Reply awaitJob() {
        return Waiting.until(PATIENCE, () -> taking(NO_END_MS), reply -> reply.status() == 200).hasStatus(200);
    }

    /** A lease or delay that was asked for after this moment has not ended before its time: a slow machine makes it later only. */
    static void tookAtLeast(long millis, long sinceNanos, String what) {
        long passed = Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis();
        assertThat(passed + COARSE_CLOCK_MS)
                .as("milliseconds after which %s, with %d for coarse clocks", what, COARSE_CLOCK_MS)
                .isGreaterThanOrEqualTo(millis);
    }

    private static List<Object> idsOf(Reply dead) {
        return dead.list("jobs").stream()
                .<Object>map(job -> job instanceof Map<?, ?> fields ? fields.get("id") : job)
                .toList();
    }
}

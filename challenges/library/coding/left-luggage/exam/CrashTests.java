import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("durability")
@Timeout(240)
class CrashTests {
    /** One that cuts off a record, one that shows what was glued to it, and one more. */
    private static final int ROUNDS = 3;

    private static final int PIECES = 20;
    private static final int CONTESTS = 20;

    private final Service service;

    CrashTests(Service service) {
        this.service = service;
    }

    @Test
    @Visible
    @DisplayName("Items survive a crash, and what was changed and deleted after it survives the next")
    void keepsItems() {
        String untouched = Office.freshKey();
        String changed = Office.freshKey();
        String deleted = Office.freshKey();
        String deletedInABatch = Office.freshKey();
        String value = Fresh.word();
        Office.store(service, untouched, value);
        Office.store(service, deleted, value);
        Office.apply(service, Change.put(changed, value), Change.put(deletedInABatch, value));
        service.restart();
        List.of(untouched, changed, deleted, deletedInABatch).forEach(key -> Office.holds(service, key, value));
        Office.store(service, changed, "moved");
        Office.delete(service, deleted).send().hasStatus(204);
        Office.apply(service, Change.delete(deletedInABatch), Change.delete(Office.freshKey()));

        service.restart();

        Office.holds(service, untouched, value);
        Office.holds(service, changed, "moved");
        Office.hasNo(service, deleted);
        Office.hasNo(service, deletedInABatch);
    }

    @Test
    @Weight(3)
    @DisplayName("Every acknowledged change survives a crash in the midst of a burst, and so do those after it")
    void keepsWhatItAcknowledged() {
        List<String> firstAfterACrash = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Porters porters = new Porters(service, CrashTests::oneChange);
            porters.workUntilACrash(Fresh.number(100, 140));

            // Before any other change: a torn record that was left at the end of a file spoils what comes next.
            String key = Office.freshKey();
            Office.store(service, key, key);
            firstAfterACrash.add(key);
            porters.tidyUp();
        }
        firstAfterACrash.forEach(key -> Office.holds(service, key, key));
    }

    @Test
    @Weight(3)
    @DisplayName("After a crash in the midst of a burst, batches were done wholly or not at all")
    void keepsBatchesWhole() {
        for (int round = 0; round < 2; round++) {
            Porters porters = new Porters(service, CrashTests::manyChanges);
            porters.workUntilACrash(Fresh.number(100, 140));
            porters.tidyUp();
        }
    }

    @Test
    @DisplayName("Values come back character for character after a crash")
    void keepsEveryCharacter() {
        List<String> values = List.of(
                        "",
                        " leading and trailing ",
                        "two\nlines",
                        "\r\n",
                        "tab\there, comma, colon: equals= semicolon;",
                        "\"quoted\" and \\escaped\\n",
                        "null",
                        "{\"op\": \"delete\"}",
                        "Gepäck für Zoë, 行李, 🧳🎻",
                        "line\u2028separator, null \u0000, escape \u001b",
                        Fresh.word());
        Map<String, String> items = new LinkedHashMap<>();
        values.forEach(value -> items.put(Office.freshKey(), value));
        items.forEach((key, value) -> Office.store(service, key, value));

        service.restart();

        items.forEach((key, value) -> Office.holds(service, key, value));
    }

    @Test
    @DisplayName("What was refused before a crash stays refused")
    void doesNotKeepWhatItRefused() {
        String stored = Office.freshKey();
        String fresh = Office.freshKey();
        String value = Fresh.word();
        Office.store(service, stored, value);
        Office.batch(
                        service,
                        List.of(
                                Change.put(stored, Fresh.word()),
                                Change.put(fresh, Fresh.word()),
                                Change.put(Fresh.word(), Office.heavy("") + "x")))
                .send()
                .hasStatus(400);
        Office.put(service, stored, Office.heavy("") + "x").send().hasStatus(400);

        service.restart();

        Office.holds(service, stored, value);
        Office.hasNo(service, fresh);
    }

    @Test
    @Weight(3)
    @DisplayName("What was read before a crash can be read after it, and who came last has come last")
    void takesNothingBack() {
        List<String> keys = Stream.generate(Office::freshKey).limit(CONTESTS).toList();
        service.clients(Crash.CALLERS, client -> keys.forEach(key -> Office.store(client, key, Fresh.word())));
        Map<String, String> winners = new LinkedHashMap<>();
        keys.forEach(key ->
                winners.put(key, Office.get(service, key).send().hasStatus(200).text("value")));
        Onlookers onlookers = new Onlookers(service);

        onlookers.lookUntilACrash(Fresh.number(200, 260));

        winners.forEach((key, value) -> Office.holds(service, key, value));
    }

    /** Stores an item, overwrites another, deletes the first, and so on. What is deleted is not stored again, so that it would show. */
    private static List<Change> oneChange(String prefix, int request) {
        return List.of(
                switch (request % 3) {
                    case 0 -> Change.put(prefix + request, Fresh.word());
                    case 1 -> Change.put(prefix + "overwritten", request + "-" + Fresh.word());
                    default -> Change.delete(prefix + (request - 2));
                });
    }

    /** Gives all pieces one value; every other request deletes the second half of them. */
    private static List<Change> manyChanges(String prefix, int request) {
        String value = request + "-" + Fresh.word();
        return IntStream.range(0, PIECES)
                .mapToObj(i -> request % 2 == 1 && i >= PIECES / 2
                        ? Change.delete(prefix + i)
                        : Change.put(prefix + i, value))
                .toList();
    }
}

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("correctness")
class BatchTests {
    private static final int WRITERS = 4;
    private static final int CALLERS = 12;
    private static final int ROUNDS = 6;
    private static final int PIECES = 60;

    private final Service service;

    BatchTests(Service service) {
        this.service = service;
    }

    @Test
    @Visible
    @DisplayName("A batch stores and deletes")
    void storesAndDeletes() {
        String gone = Office.freshKey();
        String made = Office.freshKey();
        String value = Fresh.word();
        Office.store(service, gone, Fresh.word());

        Office.apply(service, Change.put(made, value), Change.delete(gone), Change.delete(Office.freshKey()));

        Office.holds(service, made, value);
        Office.hasNo(service, gone);
    }

    @Test
    @Visible
    @DisplayName("The changes of a batch take effect in their order")
    void keepsTheOrder() {
        String stays = Office.freshKey();
        String goes = Office.freshKey();
        String last = Fresh.word();

        Office.apply(
                service,
                Change.put(stays, Fresh.word()),
                Change.put(goes, Fresh.word()),
                Change.delete(stays),
                Change.put(stays, last),
                Change.put(goes, Fresh.word()),
                Change.delete(goes));

        Office.holds(service, stays, last);
        Office.hasNo(service, goes);
    }

    @Test
    @DisplayName("A batch with a mistake in it changes nothing")
    void refusesAsAWhole() {
        String stored = Office.freshKey();
        String deleted = Office.freshKey();
        String fresh = Office.freshKey();
        String value = Fresh.word();
        Office.apply(service, Change.put(stored, value), Change.put(deleted, value));

        Office.batch(
                        service,
                        List.of(
                                Change.put(stored, Fresh.word()),
                                Change.delete(deleted),
                                Change.put(fresh, Fresh.word()),
                                Change.put("", Fresh.word())))
                .send()
                .hasStatus(400);

        Office.holds(service, stored, value);
        Office.holds(service, deleted, value);
        Office.hasNo(service, fresh);
    }

    @Test
    @Weight(2)
    @Timeout(60)
    @DisplayName("No list shows a part of a batch")
    void showsBatchesWhole() {
        String prefix = Office.freshKey();
        Office.apply(service, set(prefix));

        AtomicInteger seats = new AtomicInteger();
        AtomicInteger writing = new AtomicInteger(WRITERS);
        service.clients(CALLERS, client -> {
            if (seats.getAndIncrement() < WRITERS) {
                write(client, prefix, writing);
            } else {
                watch(client, prefix, writing);
            }
        });
    }

    private static void write(Service client, String prefix, AtomicInteger writing) {
        try {
            for (int i = 0; i < ROUNDS; i++) {
                Office.apply(client, set(prefix));
            }
        } finally {
            writing.decrementAndGet();
        }
    }

    /** As long as anybody writes, however slowly. */
    private static void watch(Service client, String prefix, AtomicInteger writing) {
        do {
            isWhole(Office.items(Office.list(client, prefix).send()));
        } while (writing.get() > 0);
    }

    /** Every piece with the same value. */
    private static List<Change> set(String prefix) {
        String value = Fresh.word();
        return IntStream.range(0, PIECES)
                .mapToObj(i -> Change.put(prefix + "-" + i, value))
                .toList();
    }

    private static void isWhole(Map<String, String> pieces) {
        assertThat(pieces).as("a list of %d items", PIECES).hasSize(PIECES);
        assertThat(new HashSet<>(pieces.values()))
                .as("the values of %d items to which every batch gives the same value", PIECES)
                .hasSize(1);
    }
}

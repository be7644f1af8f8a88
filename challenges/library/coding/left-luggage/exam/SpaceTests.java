import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Service;
import dev.assay.exam.Weight;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("housekeeping")
@Timeout(240)
class SpaceTests {
    /** Times 20 values of 32 KiB: more than the folder holds. */
    private static final int BATCHES = 26;

    private static final int PIECES = 20;
    private static final int ROUNDS = 2;

    private final Service service;

    SpaceTests(Service service) {
        this.service = service;
    }

    @Test
    @Weight(2)
    @DisplayName("A crash while old data is cleared away loses nothing")
    void makesRoomInTheMidstOfACrash() {
        for (int round = 0; round < ROUNDS; round++) {
            Porters porters = new Porters(service, SpaceTests::oneHeavyPut);
            porters.workUntilACrashInSilence(Fresh.number(90, 130));
            porters.tidyUp();
        }
    }

    @Test
    @DisplayName("Overwriting, and then deleting, more than the folder holds does not fill it")
    void makesRoom() {
        String overwritten = Office.freshKey() + "-";
        String deleted = Office.freshKey() + "-";
        List<Change> latest = List.of();
        for (int i = 0; i < BATCHES; i++) {
            latest = heavyPuts(overwritten);
            Office.apply(service, latest);
        }
        for (int i = 0; i < BATCHES; i++) {
            List<Change> puts = heavyPuts(deleted + i + "-");
            Office.apply(service, puts);
            Office.apply(service, puts.stream().map(put -> Change.delete(put.key())).toList());
        }

        service.restart();

        latest.forEach(put -> Office.holds(service, put.key(), put.value().orElseThrow()));
        assertThat(Office.items(Office.list(service, deleted).send()))
                .as("the items with the prefix %s, which were all deleted", deleted)
                .isEmpty();
        Office.clear(service, overwritten);
    }

    private static List<Change> heavyPuts(String prefix) {
        return IntStream.range(0, PIECES)
                .mapToObj(i -> Change.put(prefix + i, Office.heavy(Fresh.word())))
                .toList();
    }

    private static List<Change> oneHeavyPut(String prefix, int request) {
        return List.of(Change.put(prefix + request % 2, Office.heavy(String.valueOf(request))));
    }
}

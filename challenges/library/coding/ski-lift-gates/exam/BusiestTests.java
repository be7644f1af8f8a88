import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("correctness")
class BusiestTests {
    private final Gate gate;

    BusiestTests(Service service) {
        this.gate = new Gate(service);
    }

    @Test
    @Visible
    @DisplayName("The window with the most passages is found")
    void findsTheBusiestWindow() {
        gate.pass(gate.passages("c-1", 100, 130, 400, 405, 459, 800));

        gate.busiest(0, 1000, 60).hasJson(busiest(400, 3));
    }

    @Test
    @Visible
    @DisplayName("Of two windows as busy the earlier one counts")
    void prefersTheEarlierWindow() {
        gate.pass(gate.passages("c-1", 500, 510, 20, 25));

        gate.busiest(0, 1000, 60).hasJson(busiest(20, 2));
    }

    @Test
    @DisplayName("A window ends before the second at its end")
    void endsTheWindowInTime() {
        gate.pass(gate.passages("c-1", 100, 160, 300, 359, 600, 660));

        gate.busiest(0, 1000, 60).hasJson(busiest(300, 2));
        gate.busiest(0, 1000, 61).hasJson(busiest(100, 2));
    }

    @Test
    @DisplayName("Only passages in the span are looked at")
    void looksOnlyAtTheSpan() {
        gate.pass(gate.passages("c-1", 90, 95, 99, 100, 150, 199, 200, 201));

        gate.busiest(100, 200, 500).hasJson(busiest(100, 3));
        gate.busiest(150, 201, 51).hasJson(busiest(150, 3));
    }

    @Test
    @DisplayName("A time without passages has no busiest window")
    void findsNothingInAnEmptyTime() {
        gate.busiest(0, 100, 60).hasJson(nobody());
        gate.pass(gate.passages("c-1", 500));
        gate.busiest(0, 500, 60).hasJson(nobody());
    }

    @Test
    @DisplayName("Passages may come in any order, and again")
    void ignoresWhatIsKnown() {
        List<Gate.Passage> passages = new ArrayList<>(gate.passages("c-1", 900, 30, 20, 910, 10, 40));
        gate.pass(passages);
        Collections.reverse(passages);
        gate.pass(passages).pass(List.of(passages.getFirst(), passages.getFirst()));

        gate.busiest(0, 1000, 60).hasJson(busiest(10, 4));
        gate.regulars(0, 1000, 5).hasJson(List.of(Map.of("card", "c-1", "passages", 6)));
    }

    @Test
    @DisplayName("Answers are right while new passages come in between")
    void seesWhatIsNew() {
        List<Long> times = new ArrayList<>();
        for (int round = 0; round < 12; round++) {
            long[] come = new long[5];
            for (int i = 0; i < come.length; i++) {
                // Away from the edges of windows and span, which other tests are about.
                come[i] = 55 + 10L * Fresh.number(0, 29);
                times.add(come[i]);
            }
            gate.pass(gate.passages("c-" + round, come));

            gate.busiest(50, 350, 37).hasJson(expected(times, 50, 350, 37));
        }
    }

    private static Map<String, Object> expected(List<Long> times, long from, long to, long window) {
        List<Long> within = times.stream().filter(at -> at >= from && at < to).sorted().toList();
        Map<String, Object> best = nobody();
        long most = 0;
        for (long start : within) {
            long passages = within.stream().filter(at -> at >= start && at < start + window).count();
            if (passages > most) {
                most = passages;
                best = busiest(start, passages);
            }
        }
        return best;
    }

    private static Map<String, Object> busiest(long start, long passages) {
        return Map.of("start", start, "passages", passages);
    }

    private static Map<String, Object> nobody() {
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("start", null);
        nobody.put("passages", 0);
        return nobody;
    }
}

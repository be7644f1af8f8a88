import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("correctness")
class BusiestTests {
    private final Service service;
    private final Gate gate;

    BusiestTests(Service service) {
        this.service = service;
        this.gate = new Gate(service);
    }

    @Test
    @Visible
    @DisplayName("The window with the most passages is found")
    void findsTheBusiestWindow() {
        gate.pass(gate.passages("c-1", 100, 130, 400, 405, 459, 800));

        gate.busiest(0, 1000, 60).hasContentType("application/json").hasJson(Day.busiest(400, 3));
    }

    @Test
    @Visible
    @DisplayName("Of two windows as busy the earlier one counts")
    void prefersTheEarlierWindow() {
        gate.pass(gate.passages("c-1", 500, 510, 20, 25));

        gate.busiest(0, 1000, 60).hasJson(Day.busiest(20, 2));
    }

    @Test
    @DisplayName("A window ends before the second at its end")
    void endsTheWindowInTime() {
        gate.pass(gate.passages("c-1", 100, 160, 300, 359, 600, 660));

        gate.busiest(0, 1000, 60).hasJson(Day.busiest(300, 2));
        gate.busiest(0, 1000, 61).hasJson(Day.busiest(100, 2));
    }

    @Test
    @DisplayName("Only passages in the span are looked at")
    void looksOnlyAtTheSpan() {
        gate.pass(gate.passages("c-1", 90, 95, 99, 100, 150, 199, 200, 201));

        gate.busiest(100, 200, 500).hasJson(Day.busiest(100, 3));
        gate.busiest(150, 201, 51).hasJson(Day.busiest(150, 3));
    }

    @Test
    @DisplayName("A time without passages has no busiest window")
    void findsNothingInAnEmptyTime() {
        gate.busiest(0, 100, 60).hasJson(Day.nobody());
        gate.pass(gate.passages("c-1", 500));
        gate.busiest(0, 500, 60).hasJson(Day.nobody());
        gate.busiest(500, 500, 60).hasJson(Day.nobody());
    }

    @Test
    @DisplayName("Times and windows may be as large as they may be")
    void takesLargeTimes() {
        gate.pass(gate.passages("c-1", 7, 2_500_000_000L, 3_999_999_990L, 3_999_999_999L));

        gate.busiest(0, 4_000_000_000L, 10).hasJson(Day.busiest(3_999_999_990L, 2));
        gate.busiest(0, 4_000_000_000L, 4_000_000_000L).hasJson(Day.busiest(7, 4));
    }

    @Test
    @DisplayName("A passage is known by its id alone, and ignored alone")
    void knowsAPassageByItsId() {
        Gate other = new Gate(service);
        Gate.Passage known = gate.passage("c-1", 10);
        gate.pass(List.of(known, gate.passage("c-1", 10)));

        other.pass(List.of(new Gate.Passage(known.id(), other.name(), "c-2", 20), other.passage("c-2", 30)));

        gate.busiest(0, 1000, 60).hasJson(Day.busiest(10, 2));
        other.busiest(0, 1000, 60).hasJson(Day.busiest(30, 1));
    }

    @Test
    @DisplayName("Passages that come from several gates at once are counted once")
    void countsWhatComesAtOnce() {
        for (int round = 0; round < 3; round++) {
            long from = 1000L * round;
            List<Gate.Passage> same = gate.passages("c-same", from + 10, from + 20, from + 30);
            List<List<Gate.Passage>> lists = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                List<Gate.Passage> list = new ArrayList<>(same);
                list.add(gate.passage("c-" + i, from + 40));
                lists.add(list);
            }

            service.concurrently(8, i -> Gate.passing(service, lists.get(i)).send().hasStatus(204));

            gate.busiest(from, from + 1000, 60).hasJson(Day.busiest(from + 10, 3 + 8));
        }
    }

    @Test
    @DisplayName("Passages may come in any order, and again")
    void ignoresWhatIsKnown() {
        List<Gate.Passage> passages = new ArrayList<>(gate.passages("c-1", 900, 30, 20, 910, 10, 40));
        gate.pass(passages);
        Collections.reverse(passages);
        Gate.Passage twice = gate.passage("c-2", 35);
        gate.pass(passages).pass(List.of(twice, twice, passages.getFirst()));

        gate.busiest(0, 1000, 60).hasJson(Day.busiest(10, 5));
        gate.regulars(0, 1000, 5).hasJson(List.of(Day.regular("c-1", 6), Day.regular("c-2", 1)));
    }

    @Test
    @DisplayName("Answers are right while new passages come in between")
    void seesWhatIsNew() {
        Day day = new Day();
        for (int round = 0; round < 12; round++) {
            long[] times = new long[5];
            for (int i = 0; i < times.length; i++) {
                // Away from the edges of windows and span, which other tests are about.
                times[i] = 55 + 10L * Fresh.number(0, 29);
            }
            List<Gate.Passage> come = gate.passages("c-1", times);
            gate.pass(come);
            day.add(come);

            gate.busiest(50, 350, 37).hasJson(day.busiest(50, 350, 37));
            gate.regulars(50, 350, 9).hasJson(day.regulars(50, 350, 9));
        }
    }
}

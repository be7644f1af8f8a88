import dev.assay.exam.Fresh;
import dev.assay.exam.Service;
import java.util.ArrayList;
import java.util.List;

/** A day on which many pass a gate. */
final class BusyDay {
    static final int END = 36_000;
    static final int WINDOW = 1_802;

    private static final int CARDS = 1_200;
    private static final int FAMILIES = 500;
    private static final int LATE = 500;
    private static final int AGAIN = 500;
    private static final int AT_A_TIME = 2_000;

    private BusyDay() {}

    /** So many, and some that are easily taken for others. */
    static List<Gate.Passage> passages(Gate gate, int count) {
        List<Gate.Passage> passages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            passages.add(gate.passage("c-" + Fresh.number(1, CARDS), moment(0, END)));
        }
        // Two people with one card in one second.
        for (Gate.Passage passage : List.copyOf(passages.subList(0, FAMILIES))) {
            passages.add(gate.passage(passage.card(), passage.at()));
        }
        // The last lift: after every span, and a longer queue than any in it.
        for (int i = 0; i < LATE; i++) {
            passages.add(gate.passage("c-late", moment(END, END + 900)));
        }
        return passages;
    }

    /** Sends them, and the first of them again. */
    static void fill(Service target, List<Gate.Passage> passages) {
        for (int at = 0; at < passages.size(); at += AT_A_TIME) {
            Gate.pass(target, passages.subList(at, Math.min(at + AT_A_TIME, passages.size())));
        }
        Gate.pass(target, passages.subList(0, AGAIN));
    }

    /** Never at an edge of a window or a span, which other tests are about. */
    static long moment(int from, int to) {
        return 10L * Fresh.number(from / 10, to / 10 - 1) + 5;
    }
}

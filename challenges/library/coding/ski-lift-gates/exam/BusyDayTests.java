import dev.assay.exam.Call;
import dev.assay.exam.Category;
import dev.assay.exam.Service;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("correctness")
@Timeout(90)
class BusyDayTests {
    /** Those who are right and slow need time for the square of it. */
    private static final int PASSAGES = 3_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int REGULARS = 10;

    private record Span(int from, int to) {}

    private final Service service;
    private final Gate gate;

    BusyDayTests(Service service) {
        this.service = service;
        this.gate = new Gate(service);
    }

    @Test
    @DisplayName("Both answers are right on a busy day, however long they take")
    void answersRightly() {
        List<Gate.Passage> passages = BusyDay.passages(gate, PASSAGES);
        Day day = new Day().add(passages);
        BusyDay.fill(service, passages);

        for (Span span : List.of(
                new Span(10, BusyDay.END - 10),
                new Span(0, BusyDay.END / 2),
                new Span(BusyDay.END / 4, 3 * BusyDay.END / 4),
                new Span(BusyDay.END / 2, BusyDay.END))) {
            isRight(
                    Gate.busiest(service, gate.name(), span.from(), span.to(), BusyDay.WINDOW),
                    day.busiest(span.from(), span.to(), BusyDay.WINDOW));
            isRight(
                    Gate.regulars(service, gate.name(), span.from(), span.to(), REGULARS),
                    day.regulars(span.from(), span.to(), REGULARS));
        }
    }

    private static void isRight(Call question, Object expected) {
        question.timeout(PATIENCE).send().hasStatus(200).hasJson(expected);
    }
}

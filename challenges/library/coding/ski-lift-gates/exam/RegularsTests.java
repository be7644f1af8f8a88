import dev.assay.exam.Category;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("correctness")
class RegularsTests {
    private final Gate gate;

    RegularsTests(Service service) {
        this.gate = new Gate(service);
    }

    @Test
    @Visible
    @DisplayName("The cards with the most passages come first")
    void ordersByPassages() {
        gate.pass(gate.passages("c-once", 10))
                .pass(gate.passages("c-thrice", 20, 30, 40))
                .pass(gate.passages("c-twice", 15, 25));

        gate.regulars(0, 100, 2)
                .hasContentType("application/json")
                .hasJson(List.of(Day.regular("c-thrice", 3), Day.regular("c-twice", 2)));
    }

    @Test
    @DisplayName("Cards with as many passages are in the order of their names")
    void ordersByNames() {
        gate.pass(gate.passages("c-9", 10))
                .pass(gate.passages("c-B", 30))
                .pass(gate.passages("c-10", 20))
                .pass(gate.passages("c-a", 5));

        gate.regulars(0, 100, 3).hasJson(List.of(Day.regular("c-10", 1), Day.regular("c-9", 1), Day.regular("c-B", 1)));
    }

    @Test
    @DisplayName("Only passages in the span and of the gate count")
    void countsOnlyTheSpan(Service service) {
        Gate other = new Gate(service);
        other.pass(other.passages("c-1", 120, 130, 140));
        gate.pass(gate.passages("c-1", 99, 100, 200)).pass(gate.passages("c-2", 100, 199));

        gate.regulars(100, 200, 9).hasJson(List.of(Day.regular("c-2", 2), Day.regular("c-1", 1)));
        gate.regulars(300, 400, 9).hasJson(List.of());
        new Gate(service).regulars(0, 1000, 9).hasJson(List.of());
    }
}

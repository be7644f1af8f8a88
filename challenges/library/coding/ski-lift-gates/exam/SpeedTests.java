import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Load;
import dev.assay.exam.Reference;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("speed")
@Timeout(90)
class SpeedTests {
    private static final int DAY = 36_000;
    private static final int PASSAGES = 6_000;
    private static final int CARDS = 1_200;
    private static final double LIMIT = 4;

    private final Service service;
    private final Reference reference;
    private final List<Gate.Passage> passages = new ArrayList<>();
    private final AtomicInteger moment = new AtomicInteger();
    private final Gate gate;

    SpeedTests(Service service, Reference reference) {
        this.service = service;
        this.reference = reference;
        this.gate = new Gate(service);
    }

    @BeforeEach
    void aBusyDay() {
        for (int i = 0; i < PASSAGES; i++) {
            passages.add(gate.passage("c-" + Fresh.number(1, CARDS), Fresh.number(0, DAY)));
        }
    }

    @Test
    @Visible
    @DisplayName("The busiest time costs at most four times as much as ours")
    void findsTheBusiestTimeFast() {
        reference
                .compare(service, target -> {
                    fill(target);
                    // Now and then a passage comes in, so that no answer can be kept for long.
                    return Load.of(
                                    i -> i % 5 == 0
                                            ? Gate.passing(target, gate.passage("c-new", Fresh.number(0, DAY)))
                                            : Gate.busiest(target, gate.name(), from(), DAY, 1_800),
                                    reply -> reply.hasStatusIn(200, 204))
                            .perSecond(50);
                })
                .cpuPerCall()
                .isAtMost(LIMIT);
    }

    @Test
    @DisplayName("The regulars cost at most four times as much as ours")
    void findsTheRegularsFast() {
        reference
                .compare(service, target -> {
                    fill(target);
                    return Load.of(_ -> Gate.regulars(target, gate.name(), from(), DAY, 10), SpeedTests::isTen)
                            .perSecond(50);
                })
                .cpuPerCall()
                .isAtMost(LIMIT);
    }

    private void fill(Service target) {
        for (int at = 0; at < passages.size(); at += 2_000) {
            Gate.pass(target, passages.subList(at, Math.min(at + 2_000, passages.size())));
        }
    }

    /** Another one for each question, all of them near the beginning of the day. */
    private int from() {
        return moment.incrementAndGet() % 3_000;
    }

    private static void isTen(Reply reply) {
        if (reply.hasStatus(200).list("").size() != 10) {
            throw reply.failure("expected ten cards");
        }
    }
}

import dev.assay.exam.Call;
import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Load;
import dev.assay.exam.Reference;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("speed")
@Timeout(90)
class SpeedTests {
    private static final int DAY = BusyDay.END;
    private static final int PASSAGES = 5_500;
    private static final int WINDOW = BusyDay.WINDOW;
    private static final int REGULARS = 10;
    private static final int QUESTIONS = 32;
    private static final double LIMIT = 4;

    private record Span(int from, int to) {}

    private interface Question {
        Call about(Service target, Span span);
    }

    private final Service service;
    private final Reference reference;
    private final List<Gate.Passage> passages = new ArrayList<>();
    /** What has come to the service since. */
    private final Queue<Gate.Passage> come = new ConcurrentLinkedQueue<>();

    private final AtomicInteger asked = new AtomicInteger();
    private final Gate gate;

    SpeedTests(Service service, Reference reference) {
        this.service = service;
        this.reference = reference;
        this.gate = new Gate(service);
    }

    @BeforeEach
    void aBusyDay() {
        passages.addAll(BusyDay.passages(gate, PASSAGES));
    }

    @Test
    @Visible
    @DisplayName("The busiest time is right on a busy day, and costs at most four times as much as ours")
    void findsTheBusiestTimeFast() {
        isFast((target, span) -> Gate.busiest(target, gate.name(), span.from(), span.to(), WINDOW));

        Day day = new Day().add(passages).add(come);
        List<Span> spans = spans();
        service.concurrently(spans.size(), i -> {
            Span span = spans.get(i);
            return gate.busiest(span.from(), span.to(), WINDOW).hasJson(day.busiest(span.from(), span.to(), WINDOW));
        });
    }

    @Test
    @DisplayName("The regulars are right on a busy day, and cost at most four times as much as ours")
    void findsTheRegularsFast() {
        isFast((target, span) -> Gate.regulars(target, gate.name(), span.from(), span.to(), REGULARS));

        Day day = new Day().add(passages).add(come);
        List<Span> spans = spans();
        service.concurrently(spans.size(), i -> {
            Span span = spans.get(i);
            return gate.regulars(span.from(), span.to(), REGULARS)
                    .hasJson(day.regulars(span.from(), span.to(), REGULARS));
        });
    }

    /** Under load an answer is only looked at; whether answers are right is asked afterwards. */
    private void isFast(Question question) {
        reference
                .compare(service, target -> {
                    BusyDay.fill(target, passages);
                    // Now and then a passage comes in, so that no answer can be kept for long.
                    return Load.of(
                                    i -> i % 5 == 0 ? passing(target) : question.about(target, span()),
                                    reply -> reply.hasStatusIn(200, 204))
                            .perSecond(200)
                            .lasting(Duration.ofMillis(100));
                })
                .cpuPerCall()
                .isAtMost(LIMIT);
    }

    private Call passing(Service target) {
        Gate.Passage passage = gate.passage("c-new", BusyDay.moment(0, DAY));
        if (target == service) {
            come.add(passage);
        }
        return Gate.passing(target, List.of(passage));
    }

    /** Another one for each question, all of them most of the day. */
    private Span span() {
        int n = asked.incrementAndGet();
        return new Span(n * 10 % 3_000, DAY - n * 10 % 2_990);
    }

    /** As under load, and others with answers of their own. */
    private List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            int from = 10 * Fresh.number(0, 2_500);
            spans.add(i % 2 == 0 ? span() : new Span(from, from + 10 * Fresh.number(300, 1_000)));
        }
        return Fresh.shuffled(spans);
    }
}

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@Category("concurrency")
class ConcurrencyTests {
    private static final int CALLERS = 16;

    private final Service service;

    ConcurrencyTests(Service service) {
        this.service = service;
    }

    @Test
    @Weight(2)
    @DisplayName("Many who take at the same time get different jobs, and together all of them")
    void givesEachJobToOne() {
        for (int round = 0; round < 3; round++) {
            Laundry laundry = new Laundry(service);
            List<String> added = laundry.addMany(CALLERS + CALLERS / 2);

            List<String> taken = new ArrayList<>(takenAtTheSameTime(laundry));
            taken.addAll(takenAtTheSameTime(laundry));

            assertThat(taken)
                    .as("the jobs that %d takers got in two rounds", CALLERS)
                    .containsExactlyInAnyOrderElementsOf(added);
        }
    }

    @Test
    @Weight(2)
    @DisplayName("Of many who add with one key at the same time, exactly one adds")
    void addsOnceForAKey() {
        for (int round = 0; round < 3; round++) {
            Laundry laundry = new Laundry(service);
            Map<String, String> fields = Map.of("key", Fresh.word());

            List<Reply> replies = service.concurrently(CALLERS, _ -> laundry.adding(fields));

            assertThat(replies.stream().filter(reply -> reply.hasStatusIn(200, 201).status() == 201))
                    .as("those of %d with one key that got 201", CALLERS)
                    .hasSize(1);
            assertThat(replies.stream().map(reply -> reply.text("id")).distinct())
                    .as("the ids that they got")
                    .hasSize(1);
            laundry.take();
            laundry.hasNothingToTake();
        }
    }

    @Test
    @DisplayName("Of many who end one lease at the same time, exactly one succeeds")
    void endsALeaseOnce() {
        for (int round = 0; round < 3; round++) {
            Laundry laundry = new Laundry(service);
            String id = laundry.add();
            Reply taken = laundry.take();

            List<Reply> replies = service.concurrently(CALLERS, i -> i % 2 == 0 ? laundry.ack(taken) : laundry.fail(taken));

            List<String> ends = replies.stream()
                    .filter(reply -> reply.hasStatusIn(200, 409).status() == 200)
                    .map(reply -> reply.text("state"))
                    .toList();
            assertThat(ends).as("what became of a job whose lease %d ended", CALLERS).hasSize(1);
            laundry.shows(id, ends.getFirst(), 1);
        }
    }

    /** The ids of what many got, each of whom asked once. */
    private List<String> takenAtTheSameTime(Laundry laundry) {
        return service.concurrently(CALLERS, _ -> laundry.taking(Laundry.NO_END_MS)).stream()
                .filter(reply -> reply.hasStatusIn(200, 204).status() == 200)
                .map(reply -> reply.text("id"))
                .toList();
    }
}

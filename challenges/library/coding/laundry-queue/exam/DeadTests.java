import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@Category("correctness")
class DeadTests {
    private final Laundry laundry;

    DeadTests(Service service) {
        this.laundry = new Laundry(service);
    }

    @Test
    @Visible
    @DisplayName("A failed job can be taken again with a new lease, and is dead when its last attempt fails")
    void diesAfterItsLastAttempt() {
        Map<String, Object> payload = Laundry.freshPayload();
        String id = laundry.add(Map.of("payload", payload, "maxAttempts", 2));

        Reply first = laundry.take();
        laundry.fail(first).hasStatus(200).field("state").isEqualTo("ready");
        Reply second = laundry.take();
        second.field("attempts").isEqualTo(2);
        second.field("lease").isNotEqualTo(first.text("lease"));
        laundry.fail(second, Laundry.NO_END_MS).hasStatus(200).field("state").isEqualTo("dead");

        laundry.hasNothingToTake();
        laundry.shows(id, "dead", 2);
        Reply dead = laundry.dead().hasContentType("application/json");
        assertThat(dead.list("jobs")).as("the dead jobs").hasSize(1);
        dead.field("/jobs/0/id").isEqualTo(id);
        dead.field("/jobs/0/payload").isEqualTo(payload);
        dead.field("/jobs/0/state").isEqualTo("dead");
        dead.field("/jobs/0/attempts").isEqualTo(2);
        dead.field("/jobs/0/maxAttempts").isEqualTo(2);
    }

    @Test
    @Category("time")
    @DisplayName("The dead are listed in the order in which they were added, also those whose last lease ran out")
    void listsTheDead() {
        Map<String, Integer> mortal = Map.of("maxAttempts", 1);
        String silent = laundry.add(mortal);
        String failed = laundry.add(mortal);
        String finished = laundry.add(mortal);
        laundry.add();
        Reply late = laundry.takeFor(300);
        laundry.fail(laundry.take()).hasStatus(200);
        laundry.ack(laundry.take()).hasStatus(200);

        laundry.awaitDead(silent);
        laundry.ack(late).hasStatus(409);

        assertThat(laundry.deadIds()).as("the dead jobs").isEqualTo(List.of(silent, failed));
        laundry.shows(silent, "dead", 1);
        laundry.shows(finished, "done", 1);
    }
}

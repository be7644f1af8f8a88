import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("correctness")
class JobTests {
    private final Service service;
    private final Laundry laundry;

    JobTests(Service service) {
        this.service = service;
        this.laundry = new Laundry(service);
    }

    @Test
    @Visible
    @DisplayName("A new job answers 201, is ready, and can be looked at")
    void addsAJob() {
        Map<String, Object> payload = Map.of(
                "guest", Fresh.word() + " Müller \"4\"",
                "items", List.of("shirt", Map.of("socks", Fresh.number(2, 40), "matching", false)));

        Reply added = laundry.adding(Map.of("payload", payload)).hasStatus(201).hasContentType("application/json");

        String id = added.text("id");
        assertThat(id).as("the id of a new job").matches("[A-Za-z0-9_-]{1,64}");
        for (Reply shown : List.of(added, laundry.look(id).hasStatus(200).hasContentType("application/json"))) {
            shown.field("id").isEqualTo(id);
            shown.field("payload").isEqualTo(payload);
            shown.field("state").isEqualTo("ready");
            shown.field("attempts").isEqualTo(0);
            shown.field("maxAttempts").isEqualTo(3);
        }
    }

    @Test
    @Visible
    @DisplayName("A job is taken once, and is done when it is acknowledged")
    void takesAndFinishesAJob() {
        laundry.hasNothingToTake();
        Map<String, Object> payload = Laundry.freshPayload();
        String id = laundry.add(Map.of("payload", payload));

        Reply taken = laundry.take();

        taken.field("id").isEqualTo(id);
        taken.field("payload").isEqualTo(payload);
        taken.field("state").isEqualTo("leased");
        taken.field("attempts").isEqualTo(1);
        assertThat(taken.text("lease")).as("the lease").isNotEmpty().hasSizeLessThanOrEqualTo(100);
        laundry.shows(id, "leased", 1);
        laundry.hasNothingToTake();

        laundry.ack(taken).hasStatus(200).field("state").isEqualTo("done");

        laundry.shows(id, "done", 1);
        laundry.hasNothingToTake();
    }

    @Test
    @DisplayName("A lease is good for one ack or fail of its own job, and only its holder sees it")
    void keepsALeaseToItsJob() {
        String finished = laundry.add();
        String failed = laundry.add();
        Reply first = laundry.take();
        Reply second = laundry.take();

        laundry.look(finished).hasStatus(200).hasNoField("lease");
        laundry.ack(finished, second.text("lease")).hasStatus(409);
        laundry.ack(finished, Fresh.word()).hasStatus(409);
        laundry.shows(finished, "leased", 1);

        laundry.ack(first).hasStatus(200).hasNoField("lease");
        laundry.fail(second).hasStatus(200).hasNoField("lease");
        for (Reply stale : List.of(first, second)) {
            laundry.ack(stale).hasStatus(409);
            laundry.fail(stale).hasStatus(409);
        }
        laundry.shows(finished, "done", 1);
        laundry.shows(failed, "ready", 1);
    }

    @Test
    @DisplayName("Queues share neither jobs nor keys")
    void keepsQueuesApart() {
        Laundry other = new Laundry(service);
        Map<String, String> fields = Map.of("key", Fresh.word());
        String id = laundry.add(fields);

        assertThat(other.deadIds()).as("the dead jobs of a queue that nobody has named before").isEmpty();
        other.hasNothingToTake();
        other.look(id).hasStatus(404);
        Reply taken = laundry.take();
        other.ack(taken).hasStatus(404);
        other.fail(taken).hasStatus(404);
        laundry.shows(id, "leased", 1);

        other.takesNext(other.add(fields));
        laundry.hasNothingToTake();
    }
}

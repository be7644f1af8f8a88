import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@Category("correctness")
class KeyTests {
    private final Laundry laundry;

    KeyTests(Service service) {
        this.laundry = new Laundry(service);
    }

    @Test
    @Visible
    @DisplayName("Adding with the same key again adds nothing and answers 200 with the first job")
    void addsOnceForAKey() {
        String key = Fresh.word();
        Map<String, Object> payload = Laundry.freshPayload();
        String id = laundry.add(Map.of("key", key, "payload", payload));

        Reply again = laundry.adding(Map.of("key", key, "maxAttempts", 7)).hasStatus(200);

        again.field("id").isEqualTo(id);
        again.field("payload").isEqualTo(payload);
        again.field("maxAttempts").isEqualTo(3);
        laundry.add(Map.of("key", Fresh.word()));
        laundry.takesNext(id);
        laundry.take();
        laundry.hasNothingToTake();
    }

    @Test
    @DisplayName("A key is remembered when its job is leased, done, dead or not delayed any more, and shown as it is")
    void remembersKeys() {
        Map<String, String> fields = Map.of("key", Fresh.word());
        String id = laundry.add(fields);
        Reply taken = laundry.take();
        isKnown(fields, id, "leased");
        laundry.ack(taken).hasStatus(200);
        isKnown(fields, id, "done");

        Map<String, ?> mortal = Map.of("key", Fresh.word(), "maxAttempts", 1);
        String lost = laundry.add(mortal);
        laundry.fail(laundry.take()).hasStatus(200);
        isKnown(mortal, lost, "dead");

        Map<String, ?> later = Map.of("key", Fresh.word(), "delayMs", 200);
        String delayed = laundry.add(later);
        laundry.awaitKnown(later, "ready");
        laundry.awaitJob().field("id").isEqualTo(delayed);

        laundry.hasNothingToTake();
    }

    private void isKnown(Map<String, ?> fields, String id, String state) {
        Reply again = laundry.adding(fields).hasStatus(200);
        again.field("id").isEqualTo(id);
        again.field("state").isEqualTo(state);
        again.hasNoField("lease");
    }
}

import dev.assay.exam.Category;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import dev.assay.exam.Waiting;
import dev.assay.exam.Weight;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@Category("time")
class LeaseTests {
    private final Service service;
    private final Laundry laundry;

    LeaseTests(Service service) {
        this.service = service;
        this.laundry = new Laundry(service);
    }

    @Test
    @Visible
    @DisplayName("When a lease runs out, somebody else gets the job, as its next attempt, and not before")
    void passesOnWhatWasNotFinished() {
        String id = laundry.add();
        long start = System.nanoTime();
        Reply first = laundry.takeFor(200);

        Reply second = laundry.awaitJob();

        Laundry.tookAtLeast(200, start, "a job with a lease of 200 ms was taken again");
        second.field("id").isEqualTo(id);
        second.field("attempts").isEqualTo(2);
        second.field("lease").isNotEqualTo(first.text("lease"));
    }

    @Test
    @Weight(2)
    @DisplayName("An ack and a fail after the end of the lease answer 409, also when nobody else has looked or taken")
    void refusesWhatComesLate() {
        // A timer may be late, most of all on a busy machine. Only who accepts after the longer pause too does not look at the time.
        List<Reply> ends = endLate(100);
        if (ends.stream().anyMatch(reply -> reply.status() != 409)) {
            ends = endLate(3000);
        }

        ends.forEach(reply -> reply.hasStatus(409));
    }

    @Test
    @Weight(2)
    @DisplayName("A stale lease does not touch the job of its new holder")
    void protectsTheNewHolder() {
        String id = laundry.add();
        Reply first = laundry.takeFor(150);
        Reply second = laundry.awaitJob();

        laundry.ack(first).hasStatus(409);
        laundry.fail(first).hasStatus(409);

        laundry.shows(id, "leased", 2);
        laundry.hasNothingToTake();
        laundry.ack(second).hasStatus(200).field("state").isEqualTo("done");
    }

    @Test
    @Visible
    @DisplayName("New jobs and failed ones come when their delay is over, and not before")
    void delaysJobs() {
        laundry.adding(Map.of("delayMs", Laundry.NO_END_MS)).hasStatus(201).field("state").isEqualTo("delayed");
        laundry.hasNothingToTake();
        long added = System.nanoTime();
        String id = laundry.add(Map.of("delayMs", 200));
        Reply first = laundry.awaitJob();
        Laundry.tookAtLeast(200, added, "a job with a delay of 200 ms was taken");
        first.field("id").isEqualTo(id);

        long failed = System.nanoTime();
        laundry.fail(first, 200).hasStatus(200);
        Reply second = laundry.awaitJob();
        Laundry.tookAtLeast(200, failed, "a job that failed with a delay of 200 ms was taken again");
        second.field("id").isEqualTo(id);
        second.field("attempts").isEqualTo(2);
        laundry.fail(second, 0).hasStatus(200).field("state").isEqualTo("ready");
    }

    @Test
    @DisplayName("A lease that was given back does not run out later")
    void forgetsLeasesThatHaveEnded() {
        // On a busy machine a lease may run out before it is given back, which tells nothing; the next one is longer.
        for (long leaseMs = 200; leaseMs <= 3200; leaseMs *= 4) {
            Laundry laundry = new Laundry(service);
            String finished = laundry.add();
            String failed = laundry.add();
            Reply first = laundry.takeFor(leaseMs);
            Reply second = laundry.takeFor(leaseMs);
            if (laundry.ack(first).status() == 200 && laundry.fail(second).status() == 200) {
                Reply again = laundry.take();
                Waiting.letPass(Duration.ofMillis(leaseMs + 200));

                laundry.shows(finished, "done", 1);
                laundry.shows(failed, "leased", 2);
                laundry.ack(again).hasStatus(200);
                return;
            }
        }
    }

    /** An ack and a fail of leases that have ended so long ago. */
    private List<Reply> endLate(long lateMs) {
        Laundry laundry = new Laundry(service);
        laundry.addMany(2);
        Reply first = laundry.takeFor(100);
        Reply second = laundry.takeFor(100);
        Waiting.letPass(Duration.ofMillis(100 + lateMs));
        return List.of(laundry.ack(first), laundry.fail(second));
    }
}

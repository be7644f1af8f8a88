import dev.assay.exam.Category;
import dev.assay.exam.Dependency;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Uses;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** After all other classes, so that a gate which does not find back fails here only. */
@Category("outage")
@Timeout(120)
class RecoveryTests {
    private final Service service;
    private final Dependency redis;
    private final Gate gate;

    RecoveryTests(Service service, @Uses("redis") Dependency redis) {
        this.service = service;
        this.redis = redis;
        this.gate = new Gate(service);
    }

    @Test
    @Visible
    @DisplayName("After Redis was stopped and started, the gate counts together again")
    void findsBackAfterAStop() {
        redis.stop();
        Gate.isCounted(gate.ask(Gate.PICTURES, Gate.freshClient()).hasStatus(200), "alone");

        redis.start();

        gate.awaitTogether();
    }

    @Test
    @DisplayName("After Redis hung for a while, the gate counts together again")
    void findsBackAfterAPause() {
        gate.awaitTogether();
        redis.pause();
        Gate.isCounted(gate.ask(Gate.PICTURES, Gate.freshClient()).hasStatus(200), "alone");

        redis.resume();

        gate.awaitTogether();
    }

    @Test
    @Weight(2)
    @DisplayName("What was counted alone, with Redis stopped, is not counted in Redis, then or later")
    void addsNothingLater() {
        String client = gate.together(fresh -> gate.use(Gate.PICTURES, fresh, 5, 5, 5, 3));
        redis.stop();
        gate.use(Gate.PICTURES, client, 1, 1, 1);

        redis.start();

        // It does not fit, and so may be asked again.
        gate.together(_ -> Gate.isLeft(gate.ask(Gate.PICTURES, client, 5).hasStatus(429), 2));
    }

    @Test
    @DisplayName("When Redis goes away a second time, what was counted alone is remembered")
    void remembersWhatItCountedAlone() {
        String client = Gate.freshClient();
        redis.stop();
        gate.use(Gate.PICTURES, client, 4);
        redis.start();
        gate.awaitTogether();

        redis.stop();

        Reply reply = gate.ask(Gate.PICTURES, client).hasStatus(200);
        Gate.isCounted(reply, "alone");
        Gate.isLeft(reply, 0);
    }

    @Test
    @Weight(2)
    @DisplayName("A gate that starts while Redis is away answers, and finds to Redis when it comes")
    void startsWithoutRedis() {
        redis.stop();
        service.restart();
        Gate.isCounted(gate.ask(Gate.PICTURES, Gate.freshClient()).hasStatus(200), "alone");

        redis.start();

        gate.awaitTogether();
    }
}

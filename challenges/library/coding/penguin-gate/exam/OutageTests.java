import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Dependency;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Uses;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With Redis away. After each test Redis runs again; whether the gate finds back is the matter of {@link RecoveryTests}. */
@Category("outage")
@Timeout(90)
class OutageTests {
    /** A machine with much to do may make the half of a second in {@link #waitsForABreath} a whole one. */
    private static final int ATTEMPTS = 6;

    private static final int IN_A_ROW = 40;
    private static final Duration ALTOGETHER = Duration.ofSeconds(10);

    private final Service service;
    private final Dependency redis;
    private final Gate gate;

    OutageTests(Service service, @Uses("redis") Dependency redis) {
        this.service = service;
        this.redis = redis;
        this.gate = new Gate(service);
    }

    @Test
    @DisplayName("A Redis that answers after half a second is not away")
    void waitsForABreath() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            gate.awaitTogether();
            redis.pause();
            Executor halfASecondLater = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);
            CompletableFuture<Void> breath = CompletableFuture.runAsync(redis::resume, halfASecondLater);
            try {
                if (Gate.countedTogether(gate.ask(Gate.PICTURES, Gate.freshClient()))) {
                    return;
                }
            } finally {
                breath.join();
            }
        }
        throw new AssertionError("Redis took a breath of half a second " + ATTEMPTS
                + " times, and each time the gate counted alone what it was asked then");
    }

    @Test
    @Visible
    @Weight(2)
    @DisplayName("With Redis hanging, 24 requests at the same time are answered, and exactly 5 are admitted")
    void answersWhileRedisHangs() {
        gate.awaitTogether();
        String client = Gate.freshClient();
        redis.pause();

        List<Reply> replies = service.concurrently(24, _ -> gate.ask(Gate.PICTURES, client));

        assertThat(Gate.admitted(replies)).as("how many of 24 were admitted").isEqualTo(Gate.PICTURES_ALONE);
        assertThat(replies).as("answers that claim to be counted in a Redis that hangs").noneMatch(Gate::countedTogether);
    }

    @Test
    @Weight(2)
    @DisplayName("With Redis hanging, 40 requests one after the other are answered within 10 seconds altogether")
    void doesNotWaitEveryTime() {
        gate.awaitTogether();
        redis.pause();
        long end = System.nanoTime() + ALTOGETHER.toNanos();

        for (int answered = 0; answered < IN_A_ROW; answered++) {
            if (System.nanoTime() > end) {
                throw new AssertionError("With Redis hanging, " + answered + " of " + IN_A_ROW
                        + " requests one after the other were answered in " + ALTOGETHER.toSeconds() + " s");
            }
            gate.ask(Gate.PICTURES, Gate.freshClient()).hasStatus(200);
        }
    }

    @Test
    @Visible
    @DisplayName("With Redis stopped, the gate counts alone, up to the limit for that")
    void goesOnAlone() {
        String client = Gate.freshClient();
        redis.stop();

        for (int left = Gate.PICTURES_ALONE - 1; left >= 0; left--) {
            Reply admitted = gate.ask(Gate.PICTURES, client).hasStatus(200);
            Gate.isCounted(admitted, "alone");
            admitted.header("RateLimit-Limit").isEqualTo("5");
            Gate.isLeft(admitted, left);
        }
        Reply refused = gate.ask(Gate.PICTURES, client).hasStatus(429);
        Gate.isCounted(refused, "alone");
        Gate.isLeft(refused, 0);
        assertThat(Gate.seconds(refused, "Retry-After"))
                .as("Retry-After, in a window of an hour that has just begun")
                .isBetween(Gate.HOUR - 30, Gate.HOUR);
    }

    @Test
    @DisplayName("Alone, each client has a limit of its own, of which nothing is taken in vain")
    void countsApart() {
        String client = Gate.freshClient();
        redis.stop();
        gate.use(Gate.PICTURES, client, 4);

        gate.ask(Gate.PICTURES, client, 2).hasStatus(429);
        Gate.isLeft(gate.ask(Gate.PICTURES, client, 1).hasStatus(200), 0);
        Gate.isLeft(gate.ask(Gate.PICTURES, Gate.freshClient(), 5).hasStatus(200), 0);
        Gate.isLeft(gate.ask(Gate.FEEDING, client, 15).hasStatus(200), 5);
    }

    @Test
    @Weight(2)
    @DisplayName("Alone, exactly 5 of 32 requests at the same time are admitted")
    void admitsExactly() {
        redis.stop();
        gate.use(Gate.PICTURES, Gate.freshClient(), 1);

        for (int round = 0; round < 3; round++) {
            String client = Gate.freshClient();

            List<Reply> replies = service.concurrently(32, _ -> gate.ask(Gate.PICTURES, client));

            assertThat(Gate.admitted(replies)).as("how many of 32 were admitted").isEqualTo(Gate.PICTURES_ALONE);
        }
    }

    @Test
    @DisplayName("Alone, windows end too")
    void endsItsWindows() {
        String client = Gate.freshClient();
        redis.stop();
        Reply refused = gate.awaitRefusal(Gate.LIVE, client);
        refused.header("Retry-After").isEqualTo("1");

        Gate.isCounted(gate.awaitAdmission(Gate.LIVE, client), "alone");
    }
}

package dev.assay.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class BurstTests {
    private static final Duration CALL = Duration.ofMillis(100);

    @Test
    void pausesForAShareOfTheTimeThatTheFirstCallsTook() {
        assertThat(Burst.pause(CALL, 0)).isZero();
        assertThat(Burst.pause(CALL, 0.25)).isEqualTo(Duration.ofMillis(25));
        assertThat(Burst.pause(CALL, 1)).isEqualTo(CALL);
    }

    @Test
    void pausesForASecondAtMost() {
        assertThat(Burst.pause(Duration.ofMinutes(1), 1)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void comesAtAMomentThatTheSeedDraws() {
        String seed = "0000000000000009";
        Seed.use(seed);
        double share = Seed.random().nextDouble();
        Seed.use(seed);
        AtomicLong moment = new AtomicLong();
        List<Service> clients = List.of(new Service("localhost", 1, null, "nobody"));

        long begin = System.nanoTime();
        Burst.of(clients, _ -> takeTime(), () -> moment.set(System.nanoTime()));

        assertThat(Duration.ofNanos(moment.get() - begin)).isGreaterThanOrEqualTo(CALL.plus(Burst.pause(CALL, share)));
    }

    private static void takeTime() {
        long end = System.nanoTime() + CALL.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}

package dev.assay.runner.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SweepingTest {

    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofDays(1);

    private final LinkedBlockingQueue<Boolean> results = new LinkedBlockingQueue<>();
    private final Semaphore sweeps = new Semaphore(0);

    @Test
    void sweepsUntilNothingIsLeftAndThenWhenAsked() throws Exception {
        try (Sweeping sweeping = new Sweeping(this::sweep, SHORT, SHORT, NEVER)) {
            assertThat(sweeps.tryAcquire()).as("unasked").isFalse();
            sweeping.request();
            assertThat(sweeps.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            results.add(false);
            assertThat(sweeps.tryAcquire(10, TimeUnit.SECONDS))
                    .as("something was left")
                    .isTrue();
            results.add(true);
            assertThat(sweeps.availablePermits()).as("nothing was left").isZero();

            sweeping.request();

            assertThat(sweeps.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            results.add(true);
        }
    }

    @Test
    void sweepsNowAndThenUnasked() throws Exception {
        try (Sweeping sweeping = new Sweeping(this::sweep, NEVER, NEVER, SHORT)) {
            sweeping.request();
            for (int i = 0; i < 3; i++) {
                assertThat(sweeps.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
                results.add(true);
            }
        }
    }

    private boolean sweep() {
        sweeps.release();
        try {
            return Boolean.TRUE.equals(results.poll(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

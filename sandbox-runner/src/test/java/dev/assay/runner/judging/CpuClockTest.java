package dev.assay.runner.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.runner.sandbox.Usage;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CpuClockTest {

    private final CpuClock clock = new CpuClock();

    @Test
    void addsUpWhatTheScriptsUsedAndNothingInBetween() {
        clock.begin(micros(1_000));
        clock.read(micros(3_000));
        assertThat(clock.used()).contains(Duration.ofMillis(2));

        clock.begin(micros(50_000));
        assertThat(clock.used()).contains(Duration.ofMillis(2));
        clock.read(micros(51_000));
        assertThat(clock.used()).contains(Duration.ofMillis(3));
    }

    @Test
    void knowsNothingWhereTheKernelDoesNotTell() {
        clock.begin(Usage.UNKNOWN);
        clock.read(Usage.UNKNOWN);

        assertThat(clock.used()).isEmpty();
    }

    private static Usage micros(long cpu) {
        return new Usage(
                OptionalLong.of(cpu),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }
}

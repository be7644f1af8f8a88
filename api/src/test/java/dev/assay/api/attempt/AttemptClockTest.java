package dev.assay.api.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptClockTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"90, 1.0, 90", "90, 1.1, 99", "90, 1.25, 113", "5, 3.0, 15", "480, 1.33, 639"})
    void showsTheMinutesThatItGives(int base, double multiplier, int minutes) {
        AttemptClock clock = AttemptClock.of(base, multiplier);

        assertThat(clock.minutes()).isEqualTo(minutes);
        assertThat(clock.allowance()).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void aGrantAddsWhatItSaysAndIsNotMultiplied() {
        AttemptClock clock = AttemptClock.of(60, 2.0)
                .with(new AttemptClock.Grant(90, "The judge was away", NOW))
                .with(new AttemptClock.Grant(30, "Fire alarm", NOW));

        assertThat(clock.allowance()).isEqualTo(Duration.ofMinutes(122));
        assertThat(clock.grants())
                .extracting(AttemptClock.Grant::reason)
                .containsExactly("The judge was away", "Fire alarm");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.99, 3.01, Double.NaN, -1})
    void refusesAMultiplierOutOfBounds(double multiplier) {
        assertThatIllegalArgumentException().isThrownBy(() -> AttemptClock.of(60, multiplier));
    }
}

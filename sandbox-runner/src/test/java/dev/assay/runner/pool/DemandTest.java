package dev.assay.runner.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DemandTest {

    private static final long HALF_LIFE = Demand.HALF_LIFE.toNanos();

    private final Demand<String> demand = new Demand<>();

    @Test
    void countsWhatWasAskedLatelyForMore() {
        demand.asked("java", 0);
        demand.asked("java", 0);
        demand.asked("go", HALF_LIFE);

        assertThat(demand.at(HALF_LIFE).get("java")).isCloseTo(1, within(1e-9));
        demand.asked("java", HALF_LIFE);
        assertThat(demand.at(2 * HALF_LIFE).get("java")).isCloseTo(1, within(1e-9));
        assertThat(demand.at(2 * HALF_LIFE).get("go")).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void countsAnAnnouncementOnceHoweverOftenItIsMade() {
        demand.expected("java", 0);
        demand.expected("java", 0);
        assertThat(demand.at(0)).containsEntry("java", 1.0);

        demand.asked("java", 0);
        demand.expected("java", 0);
        assertThat(demand.at(0)).containsEntry("java", 2.0);
    }

    @Test
    void forgetsWhatNobodyAsksForAnyMore() {
        demand.asked("java", 0);
        demand.asked("go", Duration.ofMinutes(20).toNanos());

        assertThat(demand.at(Duration.ofMinutes(31).toNanos())).containsOnlyKeys("go");
    }

    @Test
    void forgetsWhatItIsToldToForget() {
        demand.asked("java:1", 0);
        demand.asked("java:2", 0);
        demand.forget("java:1"::equals);

        assertThat(demand.at(0)).containsOnlyKeys("java:2");
    }
}

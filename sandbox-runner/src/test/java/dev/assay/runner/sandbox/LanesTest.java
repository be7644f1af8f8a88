package dev.assay.runner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanesTest {

    @ParameterizedTest(name = "{0} slots on {1} processors: {2}, share {3}")
    @CsvSource({
        "1, 1, '0', 0",
        "1, 2, '0,1', 0",
        "2, 2, '0 1', 0",
        "2, 4, '0,1 2,3', 0",
        "2, 5, '0,1 2,3', 0",
        "2, 1, '0 0', 0.5",
        "3, 2, '0 1 0', 0.6666666666666666"
    })
    void dividesTheProcessorsEvenly(int slots, int processors, String sets, double share) {
        Lanes lanes = new Lanes(slots, () -> processors);

        assertThat(lanes.sets().stream().map(CpuSet::list)).containsExactly(sets.split(" ", -1));
        assertThat(lanes.share()).isEqualTo(share);
    }

    @Test
    void givesOutFreeLanesFirstAndThePreferredAmongThem() {
        Lanes lanes = new Lanes(3, () -> 3);
        CpuSet first = lanes.sets().get(0);
        CpuSet last = lanes.sets().get(2);

        Lanes.Lane preferred = lanes.take(Set.of(last));
        Lanes.Lane another = lanes.take(Set.of(last));

        assertThat(preferred.cpus()).isEqualTo(last);
        assertThat(another.cpus()).isEqualTo(first);
        assertThat(lanes.free()).containsExactly(lanes.sets().get(1));
        preferred.close();
        preferred.close();
        assertThat(lanes.free()).containsExactly(lanes.sets().get(1), last);
    }

    @Test
    void sharesTheLeastUsedWhenNoneIsFree() {
        Lanes lanes = new Lanes(2, () -> 2);
        lanes.take(Set.of());
        lanes.take(Set.of());
        Lanes.Lane third = lanes.take(Set.of());
        Lanes.Lane fourth = lanes.take(Set.of(third.cpus()));

        assertThat(fourth.cpus()).isNotEqualTo(third.cpus());
    }

    @Test
    void tellsOfEachLaneThatIsGivenBack() {
        Lanes lanes = new Lanes(1, () -> 1);
        AtomicInteger released = new AtomicInteger();
        lanes.whenReleased(released::incrementAndGet);
        Lanes.Lane lane = lanes.take(Set.of());

        assertThat(released).hasValue(0);
        lane.close();
        lane.close();
        assertThat(released).hasValue(1);
    }

    @Test
    void asksTheEngineOnceAndAgainWhenItWasDown() {
        AtomicInteger asked = new AtomicInteger();
        Lanes lanes = new Lanes(2, () -> {
            if (asked.incrementAndGet() == 1) {
                throw new SandboxFault("down");
            }
            return 2;
        });

        assertThatThrownBy(() -> lanes.take(Set.of())).hasMessage("down");
        lanes.take(Set.of()).close();
        assertThat(lanes.sets())
                .isEqualTo(List.of(lanes.sets().get(0), lanes.sets().get(1)));
        assertThat(asked).hasValue(2);
    }
}

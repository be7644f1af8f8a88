package dev.assay.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkingTests {
    private static final List<Integer> MANY = IntStream.range(0, 500).boxed().toList();

    @Test
    void leavesWhatItTakesToFail() {
        assertThat(Shrinking.of(MANY, list -> list.containsAll(List.of(3, 77, 499)), 10_000))
                .containsExactly(3, 77, 499);
        assertThat(Shrinking.of(MANY, list -> list.contains(250), 10_000)).containsExactly(250);
        assertThat(Shrinking.of(MANY, list -> list.size() >= 120, 100_000)).hasSize(120);
        assertThat(Shrinking.of(List.of(1), list -> true, 10)).containsExactly(1);
    }

    @Test
    void boundsItsWork() {
        AtomicInteger tries = new AtomicInteger();

        List<Integer> left = Shrinking.of(
                MANY,
                list -> {
                    tries.incrementAndGet();
                    return list.containsAll(List.of(3, 77, 499));
                },
                12);

        assertThat(tries).hasValueLessThanOrEqualTo(12);
        assertThat(left).contains(3, 77, 499).hasSizeLessThan(500);
    }
}

package dev.assay.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.exam.Contest.Pair;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class ContestTests {
    private final Contest contest = new Contest();

    private boolean isAtMost(double limit, Stream<Pair> pairs) {
        Iterator<Pair> measured = pairs.iterator();
        return contest.isAtMost(limit, measured::next);
    }

    /** A service that needs so much, beside a reference that needs 1. */
    private static Stream<Pair> service(double... needs) {
        return Arrays.stream(needs).mapToObj(need -> new Pair(need, 1));
    }

    @Test
    void isDecidedAtTheFirstLookWhenItIsClear() {
        assertThat(isAtMost(3, service(2, 2.5, 2.9, 1, 3))).isTrue();
        assertThat(contest.ratio()).isEqualTo(new Ratio(2.5, 1, 3, 5));
    }

    @Test
    void failsAtTheFirstLookWhenItIsClear() {
        assertThat(isAtMost(3, service(4, 3.5, 9, 3.1, 7))).isFalse();
        assertThat(contest.ratio()).isEqualTo(new Ratio(4, 3.1, 9, 5));
    }

    @Test
    void measuresMoreUntilItIsClear() {
        assertThat(isAtMost(3, service(2, 2, 2, 2, 30, 2, 2, 2))).isTrue();
        assertThat(contest.ratio()).isEqualTo(new Ratio(2, 2, 2, 8));
    }

    @Test
    void leavesTheMedianToDecideWhenOnlyTheServiceVaries() {
        double[] jitter = {1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 9};

        assertThat(isAtMost(3, service(jitter))).isFalse();
        assertThat(new Contest().isAtMost(9, service(jitter).iterator()::next)).isTrue();
    }

    @Test
    void saysNothingWhenTheReferenceVaries() {
        Stream<Pair> noisy = IntStream.range(0, 11).mapToObj(i -> new Pair(4, i % 2 == 0 ? 1 : 2));

        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> isAtMost(3, noisy))
                .withMessageContaining("the reference solution itself", "by a factor of 2");
    }

    @Test
    void fewOutliersOfTheReferenceAreNoNoise() {
        Stream<Pair> pairs =
                IntStream.range(0, 11).mapToObj(i -> new Pair(i % 2 == 0 ? 2 : 4, i == 3 || i == 7 ? 10 : 1));

        assertThat(isAtMost(3, pairs)).isTrue();
    }

    @Test
    void takesTheShortestIntervalThatHoldsOftenEnough() {
        assertThat(Ratio.of(upTo(5))).isEqualTo(new Ratio(3, 1, 5, 5));
        assertThat(Ratio.of(upTo(7))).isEqualTo(new Ratio(4, 1, 7, 7));
        assertThat(Ratio.of(upTo(8))).isEqualTo(new Ratio(4.5, 2, 7, 8));
        assertThat(Ratio.of(upTo(11))).isEqualTo(new Ratio(6, 3, 9, 11));
        assertThat(Ratio.of(upTo(11))).hasToString("6.00 (3.00 to 9.00 in 11 pairs)");
    }

    private static List<Double> upTo(int n) {
        return DoubleStream.iterate(n, i -> i - 1).limit(n).boxed().toList();
    }
}

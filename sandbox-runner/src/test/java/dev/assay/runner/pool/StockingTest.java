package dev.assay.runner.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StockingTest {

    @Test
    void hasOneOfWhatIsAskedForNowAndThen() {
        assertThat(wanted(1000, 3, Map.of("java", 1.0, "go", 0.1), Map.of())).isEqualTo(Map.of("java", 1, "go", 1));
    }

    @Test
    void hasMoreOfWhatIsAskedForOftenButNoMoreThanCanBeUsed() {
        assertThat(wanted(1000, 3, Map.of("java", 2.0), Map.of())).isEqualTo(Map.of("java", 2));
        assertThat(wanted(1000, 3, Map.of("java", 4.0), Map.of())).isEqualTo(Map.of("java", 3));
        assertThat(wanted(1000, 3, Map.of("java", 100.0), Map.of())).isEqualTo(Map.of("java", 3));
    }

    @Test
    void hasTheFirstOfEachBeforeTheSecondOfAny() {
        assertThat(wanted(20, 3, Map.of("java", 100.0, "go", 1.0), Map.of())).isEqualTo(Map.of("java", 1, "go", 1));
        assertThat(wanted(30, 3, Map.of("java", 100.0, "go", 1.0), Map.of())).isEqualTo(Map.of("java", 2, "go", 1));
    }

    @Test
    void hasWhatIsAskedForMostWhenTheBudgetIsShort() {
        assertThat(wanted(20, 3, Map.of("java", 3.0, "go", 2.0, "php", 1.0), Map.of()))
                .isEqualTo(Map.of("java", 1, "go", 1));
        assertThat(wanted(9, 3, Map.of("java", 3.0), Map.of())).isEmpty();
    }

    @Test
    void usesWhatIsLeftForSomethingSmaller() {
        Map<String, Integer> cost = Map.of("java", 15, "go", 10, "php", 5);

        assertThat(new Stocking(20, 1).wanted(Map.of("java", 3.0, "go", 2.0, "php", 1.0), Map.of(), cost::get))
                .isEqualTo(Map.of("java", 1, "php", 1));
    }

    @Test
    void keepsWhatIsThereUnlessSomethingElseIsWantedMuchMore() {
        Map<String, Integer> there = Map.of("java", 1);

        assertThat(wanted(10, 3, Map.of("java", 1.0, "go", 1.4), there)).isEqualTo(Map.of("java", 1));
        assertThat(wanted(10, 3, Map.of("java", 1.0, "go", 1.6), there)).isEqualTo(Map.of("go", 1));
    }

    @Test
    void keepsASecondLongerThanItWouldAddIt() {
        assertThat(wanted(1000, 3, Map.of("java", 1.5), Map.of("java", 1))).isEqualTo(Map.of("java", 1));
        assertThat(wanted(1000, 3, Map.of("java", 1.5), Map.of("java", 2))).isEqualTo(Map.of("java", 2));
        assertThat(wanted(1000, 3, Map.of("java", 0.9), Map.of("java", 2))).isEqualTo(Map.of("java", 1));
    }

    @Test
    void refusesABudgetBelowNothing() {
        assertThatThrownBy(() -> new Stocking(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, Integer> wanted(
            int budget, int mostOfOne, Map<String, Double> demand, Map<String, Integer> present) {
        return new Stocking(budget, mostOfOne).wanted(demand, present, kind -> 10);
    }
}

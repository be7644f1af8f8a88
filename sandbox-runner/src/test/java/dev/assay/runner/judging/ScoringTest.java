package dev.assay.runner.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final TreeMap<String, Integer> SHARES = new TreeMap<>(Map.of("a", 60, "b", 40, "unused", 100));

    @Test
    void weighsTestsWithinTheirCategoryAndCategoriesByTheirShare() {
        List<TestResult> tests = List.of(test("a", 1, true), test("a", 2, false), test("b", 5, true));

        assertThat(Scoring.categories(SHARES, tests))
                .containsExactly(new CategoryScore("a", 60, 1, 2, 33), new CategoryScore("b", 40, 1, 1, 100));
        // (60 · 33.3 + 40 · 100) / 100
        assertThat(Scoring.total(SHARES, tests)).isEqualTo(60);
    }

    @Test
    void isExactlyAHundredWhenAllPass() {
        List<TestResult> tests = List.of(test("a", 3, true), test("b", 7, true), test("b", 9, true));

        assertThat(Scoring.total(new TreeMap<>(Map.of("a", 33, "b", 67)), tests))
                .isEqualTo(100);
    }

    @Test
    void countsATestThatDidNotRunAsFailed() {
        TestResult notRun = new TestResult("T.n", "n", "a", true, 1, TestResult.Status.NOT_RUN, 0, "");

        assertThat(Scoring.total(SHARES, List.of(notRun, test("a", 1, true)))).isEqualTo(50);
    }

    @Test
    void leavesOutATestWithoutAConclusion() {
        TestResult unclear = new TestResult("T.u", "u", "a", false, 5, TestResult.Status.INCONCLUSIVE, 9, "noise");
        TestResult unclearAlone = new TestResult("T.v", "v", "b", false, 1, TestResult.Status.INCONCLUSIVE, 9, "noise");
        List<TestResult> tests = List.of(test("a", 1, true), test("a", 1, false), unclear, unclearAlone);

        assertThat(Scoring.total(SHARES, tests)).isEqualTo(50);
        assertThat(Scoring.categories(SHARES, tests))
                .extracting(CategoryScore::category, CategoryScore::passed, CategoryScore::total)
                .containsExactly(tuple("a", 1, 2));
    }

    @Test
    void isZeroWithoutTests() {
        assertThat(Scoring.total(SHARES, List.of())).isZero();
    }

    private static TestResult test(String category, int weight, boolean passed) {
        TestResult.Status status = passed ? TestResult.Status.PASSED : TestResult.Status.FAILED;
        return new TestResult("T.t", "t", category, false, weight, status, 1, "");
    }
}

package dev.assay.runner.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From test results to scores: within a category by the tests' weights, in all by the categories' shares. Tests without a
 * conclusion are left out.
 */
final class Scoring {

    private static final double ROUNDING = 1e-9;

    private Scoring() {}

    /** Only categories that have tests, in the order of their names. */
    static List<CategoryScore> categories(SortedMap<String, Integer> shares, List<TestResult> tests) {
        List<CategoryScore> scores = new ArrayList<>();
        byCategory(tests).forEach((category, ofCategory) -> {
            int passed = (int) ofCategory.stream().filter(TestResult::passed).count();
            scores.add(new CategoryScore(category, shares.getOrDefault(category, 0), passed, ofCategory.size(), (int)
                    Math.floor(percent(ofCategory) + ROUNDING)));
        });
        return scores;
    }

    /** 0 to 100, rounded down; 0 without tests. */
    static int total(SortedMap<String, Integer> shares, List<TestResult> tests) {
        double weighted = 0;
        double all = 0;
        for (Map.Entry<String, List<TestResult>> category : byCategory(tests).entrySet()) {
            int share = shares.getOrDefault(category.getKey(), 0);
            weighted += share * percent(category.getValue());
            all += share;
        }
        return all == 0 ? 0 : (int) Math.floor(weighted / all + ROUNDING);
    }

    private static SortedMap<String, List<TestResult>> byCategory(List<TestResult> tests) {
        SortedMap<String, List<TestResult>> byCategory = new TreeMap<>();
        for (TestResult test : tests) {
            if (!test.inconclusive()) {
                byCategory
                        .computeIfAbsent(test.category(), name -> new ArrayList<>())
                        .add(test);
            }
        }
        return byCategory;
    }

    private static double percent(List<TestResult> tests) {
        long total = tests.stream().mapToLong(TestResult::weight).sum();
        long passed = tests.stream()
                .filter(TestResult::passed)
                .mapToLong(TestResult::weight)
                .sum();
        return total == 0 ? 0 : 100.0 * passed / total;
    }
}

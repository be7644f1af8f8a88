package dev.assay.runner.bench;

import java.util.List;

/** The smallest, the middle and the largest of several measurements. */
public record Spread(double min, double median, double max) {

    static Spread of(List<? extends Number> values) {
        List<Double> sorted = values.stream().map(Number::doubleValue).sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(sorted.getFirst(), median, sorted.getLast());
    }
}

package dev.assay.exam;

import java.util.Arrays;

/** Of values in order. */
final class Middle {
    private Middle() {}

    static double of(double[] ordered) {
        return quantile(ordered, 0.5);
    }

    /** How many times the lower quartile the upper one is: 1 when all are alike, and no matter how far off the outermost are. */
    static double spread(double[] values) {
        double[] ordered = values.clone();
        Arrays.sort(ordered);
        return quantile(ordered, 0.75) / quantile(ordered, 0.25);
    }

    private static double quantile(double[] ordered, double part) {
        double at = part * (ordered.length - 1);
        int below = (int) Math.floor(at);
        int above = (int) Math.ceil(at);
        return ordered[below] + (at - below) * (ordered[above] - ordered[below]);
    }
}

package dev.assay.exam;

import java.util.List;
import java.util.Locale;

/**
 * How many times as much the service needs as the reference solution.
 *
 * <p>The interval is that of order statistics: with the ratios of <i>n</i> independent pairs in order, the true median lies between
 * the <i>k</i>th smallest and the <i>k</i>th largest with a probability of 1 − 2·P(B &lt; <i>k</i>), B being binomial with <i>n</i>
 * trials of one half, whatever the distribution of the ratios (H. A. David and H. N. Nagaraja, "Order Statistics", 3rd edition, 7.1).
 * Of the intervals that hold with at least 92 % the shortest is taken: with 5 pairs it reaches from the least to the greatest.
 *
 * @param median of the pairs
 * @param low where the interval begins
 * @param high where it ends
 * @param pairs how many there were
 */
public record Ratio(double median, double low, double high, int pairs) {
    private static final double CONFIDENCE = 0.92;

    static Ratio of(List<Double> ratios) {
        double[] ordered =
                ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = ordered.length;
        int outside = 0;
        while (confidence(n, outside + 2) >= CONFIDENCE) {
            outside++;
        }
        return new Ratio(Middle.of(ordered), ordered[outside], ordered[n - 1 - outside], n);
    }

    /** With which the median of so many lies between the kth smallest and the kth largest. */
    private static double confidence(int n, int k) {
        if (2 * k > n) {
            return 0;
        }
        double tail = 0;
        double ways = 1;
        for (int i = 0; i < k; i++) {
            tail += ways / Math.pow(2, n);
            ways = ways * (n - i) / (i + 1);
        }
        return 1 - 2 * tail;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f in %d pairs)", median, low, high, pairs);
    }
}

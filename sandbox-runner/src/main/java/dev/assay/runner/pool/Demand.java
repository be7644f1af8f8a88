package dev.assay.runner.pool;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What has been asked for lately; what is long past counts less and less. */
final class Demand<K> {

    static final Duration HALF_LIFE = Duration.ofMinutes(5);

    /** What nobody has asked for in this time need not be had. */
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);

    /** @param weight at the time of the last asking */
    private record Asked(double weight, long at) {

        double at(long now) {
            return weight * Math.pow(0.5, (double) (now - at) / HALF_LIFE.toNanos());
        }
    }

    private final Map<K, Asked> kinds = new HashMap<>();

    void asked(K kind, long now) {
        kinds.merge(kind, new Asked(1, now), (before, one) -> new Asked(before.at(now) + 1, now));
    }

    /** It will be asked for, which is worth as much as having been asked for once, however often it is said. */
    void expected(K kind, long now) {
        kinds.merge(kind, new Asked(1, now), (before, one) -> new Asked(Math.max(1, before.at(now)), now));
    }

    void forget(Predicate<K> which) {
        kinds.keySet().removeIf(which);
    }

    /** By kind, how often it was asked for of late. */
    Map<K, Double> at(long now) {
        kinds.values().removeIf(asked -> now - asked.at() > FORGOTTEN_AFTER.toNanos());
        Map<K, Double> all = new HashMap<>();
        kinds.forEach((kind, asked) -> all.put(kind, asked.at(now)));
        return all;
    }
}

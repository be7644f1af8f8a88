package dev.assay.runner.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Decides how many of each kind to have. The first of every kind goes before the second of any, and what is asked for most goes
 * first. What is there already has an advantage over what would take its place, so that kinds in equal demand do not keep
 * pushing each other out.
 *
 * @param budget what all of it may cost
 * @param mostOfOne how many of one kind are of any use
 */
public record Stocking(int budget, int mostOfOne) {

    private static final double ADVANTAGE = 1.5;

    /** Askings of late for each beyond the first. */
    private static final double TO_ADD = 2;

    private static final double TO_KEEP = 1;

    private record Unit<K>(K kind, int number, double worth) {}

    public Stocking {
        if (budget < 0 || mostOfOne < 1) {
            throw new IllegalArgumentException("A budget of " + budget + " for at most " + mostOfOne + " of a kind");
        }
    }

    /**
     * @param demand by kind, how often it was asked for of late
     * @param present by kind, how many there are
     * @return kinds of which there should be any
     */
    <K> Map<K, Integer> wanted(Map<K, Double> demand, Map<K, Integer> present, ToIntFunction<K> cost) {
        List<Unit<K>> units = new ArrayList<>();
        demand.forEach((kind, askings) -> {
            int there = present.getOrDefault(kind, 0);
            for (int number = 1; number <= mostOfOne; number++) {
                boolean has = number <= there;
                if (number == 1 || askings >= (number - 1) * (has ? TO_KEEP : TO_ADD)) {
                    units.add(new Unit<>(kind, number, askings * (has ? ADVANTAGE : 1)));
                }
            }
        });
        units.sort(Comparator.comparingInt((Unit<K> unit) -> unit.number())
                .thenComparing(Unit::worth, Comparator.reverseOrder()));
        Map<K, Integer> wanted = new HashMap<>();
        int left = budget;
        for (Unit<K> unit : units) {
            int price = cost.applyAsInt(unit.kind());
            if (price <= left && wanted.getOrDefault(unit.kind(), 0) == unit.number() - 1) {
                left -= price;
                wanted.put(unit.kind(), unit.number());
            }
        }
        return wanted;
    }
}

package dev.assay.exam;

import dev.assay.exam.Operation.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Whether numbers, such as balances, are what the changes of a {@link History} make of them. */
final class Accounts {
    private static final int MOST_SUMS = 50_000;

    private Accounts() {}

    /** A line for each number that is not what it was and what was acknowledged, when no choice of the unknown changes explains that. */
    static List<String> differences(
            Map<String, Long> before, Map<String, Long> after, List<Change> acknowledged, List<Change> unknown) {
        Map<String, Long> open = new TreeMap<>(after);
        before.forEach((key, value) -> open.merge(key, -value, Long::sum));
        acknowledged.forEach(change -> add(open, change, -1));
        List<String> lines = new ArrayList<>();
        if (!canMake(open, unknown)) {
            open.forEach((key, difference) -> {
                if (difference != 0) {
                    lines.add(account(
                            key, before.getOrDefault(key, 0L), after.getOrDefault(key, 0L), acknowledged, unknown));
                }
            });
        }
        return lines;
    }

    private static String account(
            String key, long before, long after, List<Change> acknowledged, List<Change> unknown) {
        List<Long> made = acknowledged.stream()
                .map(change -> change.by().get(key))
                .filter(Objects::nonNull)
                .toList();
        long sum = made.stream().mapToLong(Long::longValue).sum();
        long open =
                unknown.stream().filter(change -> change.by().containsKey(key)).count();
        return key + " is " + after + " but was " + before + ", and " + made.size() + " acknowledged changes of " + sum
                + " in all make that " + (before + sum)
                + (open == 0 ? "" : "; what became of " + open + " more is not known");
    }

    /** Whether some of the changes sum up to this. */
    private static boolean canMake(Map<String, Long> open, List<Change> unknown) {
        Set<Map<String, Long>> sums = new HashSet<>(Set.of(withoutZeros(open)));
        for (Change change : unknown) {
            for (Map<String, Long> sum : List.copyOf(sums)) {
                Map<String, Long> made = new TreeMap<>(sum);
                add(made, change, -1);
                sums.add(withoutZeros(made));
            }
            if (sums.size() > MOST_SUMS) {
                return isWithinReach(open, unknown);
            }
        }
        return sums.contains(Map.of());
    }

    private static boolean isWithinReach(Map<String, Long> open, List<Change> unknown) {
        return open.entrySet().stream().allMatch(entry -> {
            List<Long> changes = unknown.stream()
                    .map(change -> change.by().getOrDefault(entry.getKey(), 0L))
                    .toList();
            long least = changes.stream().mapToLong(by -> Math.min(by, 0)).sum();
            long most = changes.stream().mapToLong(by -> Math.max(by, 0)).sum();
            return entry.getValue() >= least && entry.getValue() <= most;
        });
    }

    private static void add(Map<String, Long> sums, Change change, int times) {
        change.by().forEach((key, by) -> sums.merge(key, times * by, Long::sum));
    }

    private static Map<String, Long> withoutZeros(Map<String, Long> sums) {
        Map<String, Long> rest = new TreeMap<>(sums);
        rest.values().removeIf(value -> value == 0);
        return rest;
    }

    /** All that was given, and so much of what was taken that it is too much. */
    static List<Operation> overdrawing(List<Operation> concerned, String key, long has) {
        List<Operation> shown = new ArrayList<>(concerned.stream()
                .filter(operation -> change(operation, key) > 0)
                .toList());
        long left = has
                + shown.stream().mapToLong(operation -> change(operation, key)).sum();
        for (Operation taken : concerned.stream()
                .filter(operation -> change(operation, key) < 0)
                .sorted(Comparator.comparingLong(operation -> change(operation, key)))
                .toList()) {
            if (left >= 0) {
                shown.add(taken);
                left += change(taken, key);
            }
        }
        return shown;
    }

    static long change(Operation operation, String key) {
        return operation.what() instanceof Change(Map<String, Long> by) ? by.getOrDefault(key, 0L) : 0;
    }
}

package dev.assay.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a failing list smaller while it fails: the algorithm ddmin of A. Zeller and R. Hildebrandt, "Simplifying and isolating
 * failure-inducing input" (2002). Its work is bounded, so what remains need not be the least.
 */
final class Shrinking<T> {
    private final Predicate<List<T>> fails;
    private int triesLeft;

    private Shrinking(Predicate<List<T>> fails, int mostTries) {
        this.fails = fails;
        this.triesLeft = mostTries;
    }

    static <T> List<T> of(List<T> failing, Predicate<List<T>> fails, int mostTries) {
        return new Shrinking<>(fails, mostTries).shrink(failing);
    }

    private List<T> shrink(List<T> failing) {
        List<T> least = failing;
        int parts = 2;
        while (least.size() > 1 && triesLeft > 0) {
            List<List<T>> split = split(least, parts);
            Optional<List<T>> part = split.stream().filter(this::tryFails).findFirst();
            Optional<List<T>> rest = part.isPresent() || parts == 2
                    ? Optional.empty()
                    : rests(least, split).filter(this::tryFails).findFirst();
            if (part.isPresent()) {
                least = part.get();
                parts = 2;
            } else if (rest.isPresent()) {
                least = rest.get();
                parts = Math.max(parts - 1, 2);
            } else if (parts < least.size()) {
                parts = Math.min(parts * 2, least.size());
            } else {
                break;
            }
        }
        return least;
    }

    private static <T> List<List<T>> split(List<T> list, int parts) {
        return IntStream.range(0, parts)
                .mapToObj(i -> List.copyOf(list.subList(start(list, i, parts), start(list, i + 1, parts))))
                .toList();
    }

    /** All but one of the parts, for each of them. */
    private static <T> Stream<List<T>> rests(List<T> list, List<List<T>> split) {
        return IntStream.range(0, split.size()).mapToObj(i -> {
            List<T> rest = new ArrayList<>(list.subList(0, start(list, i, split.size())));
            rest.addAll(list.subList(start(list, i + 1, split.size()), list.size()));
            return rest;
        });
    }

    private static int start(List<?> list, int part, int parts) {
        return (int) ((long) list.size() * part / parts);
    }

    private boolean tryFails(List<T> candidate) {
        return triesLeft-- > 0 && fails.test(candidate);
    }
}

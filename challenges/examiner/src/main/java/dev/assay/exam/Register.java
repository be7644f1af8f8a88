package dev.assay.exam;

import dev.assay.exam.Operation.Outcome;
import dev.assay.exam.Operation.Read;
import dev.assay.exam.Operation.Write;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether writes and reads of one key can have happened one after the other, each at some moment between its begin and its end, so
 * that every read sees the last write before it (linearizability: M. P. Herlihy and J. M. Wing, 1990).
 *
 * <p>When no two writes have the same value, {@link Zones} decides. Else there is a search, that of J. M. Wing and C. Gong, "Testing
 * and verifying concurrent objects" (1993), which remembers the sets of operations that it has already tried with a value, after
 * G. Lowe, "Testing for linearizability" (2017). Its work is bounded.
 */
final class Register {
    /** What can be said of a history. */
    enum Finding {
        POSSIBLE,
        IMPOSSIBLE,
        UNDECIDED
    }

    /**
     * @param first all operations before it are done
     * @param beyond which are done from there on
     */
    private record State(int first, BitSet beyond, @Nullable Object value) {}

    /** @param before what the register held */
    private record Step(int operation, @Nullable Object before) {}

    private final List<Operation> operations;
    private final int mostStates;
    private final Set<State> seen = new HashSet<>();
    private final BitSet done = new BitSet();
    private final Deque<Step> path = new ArrayDeque<>();
    private int mustHappen;
    private @Nullable Object value;

    private Register(List<Operation> operations, @Nullable Object initial, int mostStates) {
        this.operations = operations;
        this.value = initial;
        this.mostStates = mostStates;
        this.mustHappen = (int) operations.stream()
                .filter(operation -> operation.is(Outcome.ACKNOWLEDGED))
                .count();
    }

    /**
     * @param operations writes and reads of one key, in whatever order
     * @param initial what it holds before
     * @param mostStates after which it gives up; each takes some hundred bytes
     */
    static Finding check(List<Operation> operations, @Nullable Object initial, int mostStates) {
        Set<@Nullable Object> read = new HashSet<>();
        for (Operation operation : operations) {
            if (operation.what() instanceof Read(String _, Object value)) {
                read.add(value);
            }
        }
        List<Operation> relevant = operations.stream()
                .filter(operation -> matters(operation, read))
                .sorted(Comparator.comparingLong(Operation::begin))
                .toList();
        if (Zones.fit(relevant, initial)) {
            return Zones.arePossible(relevant, initial) ? Finding.POSSIBLE : Finding.IMPOSSIBLE;
        }
        return new Register(relevant, initial, mostStates).search();
    }

    /** A write of which nobody knows whether it happened may as well not have, when nobody has read its value. */
    private static boolean matters(Operation operation, Set<@Nullable Object> read) {
        return switch (operation.outcome()) {
            case ACKNOWLEDGED -> true;
            case REFUSED -> false;
            case UNKNOWN -> operation.what() instanceof Write(String _, Object value) && read.contains(value);
        };
    }

    private Finding search() {
        int from = 0;
        while (mustHappen > 0) {
            int read = from == 0 ? next(0, true) : -1;
            int next = read >= 0 ? read : next(from, false);
            if (next >= 0) {
                from = take(next) ? 0 : undo();
            } else if (path.isEmpty()) {
                return Finding.IMPOSSIBLE;
            } else {
                from = undo();
            }
            if (seen.size() > mostStates) {
                return Finding.UNDECIDED;
            }
        }
        return Finding.POSSIBLE;
    }

    /** The next read, or write, at this index or later, that can follow on what is done; negative when there is none. */
    private int next(int from, boolean read) {
        long firstEnd = firstEnd();
        for (int i = done.nextClearBit(from); i < operations.size(); i = done.nextClearBit(i + 1)) {
            Operation operation = operations.get(i);
            if (operation.begin() > firstEnd) {
                // Another had ended when it began, and comes before it; so it does before all that begin later.
                return -1;
            }
            if (read ? hasRead(operation, value) : operation.what() instanceof Write) {
                return i;
            }
        }
        return -1;
    }

    private static boolean hasRead(Operation operation, @Nullable Object written) {
        return operation.what() instanceof Read(String _, Object seen) && Objects.equals(seen, written);
    }

    private long firstEnd() {
        long first = Operation.NEVER;
        for (int i = done.nextClearBit(0); i < operations.size(); i = done.nextClearBit(i + 1)) {
            Operation operation = operations.get(i);
            if (operation.begin() > first) {
                break;
            }
            first = Math.min(first, operation.end());
        }
        return first;
    }

    /** Whether that leads to where the search has not been. */
    private boolean take(int index) {
        Operation operation = operations.get(index);
        path.push(new Step(index, value));
        done.set(index);
        mustHappen -= operation.is(Outcome.ACKNOWLEDGED) ? 1 : 0;
        if (operation.what() instanceof Write(String _, Object written)) {
            value = written;
        }
        int first = done.nextClearBit(0);
        return seen.add(new State(first, done.get(first, Math.max(first, done.length())), value));
    }

    /**
     * Takes the last step back, and returns from where on to look for another. For a read there is none: it changes nothing, so where
     * it could come first, it may as well.
     */
    private int undo() {
        Step last = path.pop();
        Operation operation = operations.get(last.operation());
        done.clear(last.operation());
        mustHappen += operation.is(Outcome.ACKNOWLEDGED) ? 1 : 0;
        value = last.before();
        return operation.what() instanceof Read ? operations.size() : last.operation() + 1;
    }
}

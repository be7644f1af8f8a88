package dev.assay.exam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Operation.Outcome;
import dev.assay.exam.Operation.Read;
import dev.assay.exam.Operation.What;
import dev.assay.exam.Operation.Write;
import dev.assay.exam.Register.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RegisterTests {
    private static Operation operation(What what, Outcome outcome, long begin, long end) {
        return new Operation(1, what, outcome, begin, end);
    }

    private static Operation write(@Nullable Object value, long begin, long end) {
        return operation(new Write("k", value), Outcome.ACKNOWLEDGED, begin, end);
    }

    private static Operation lost(Object value, long begin) {
        return operation(new Write("k", value), Outcome.UNKNOWN, begin, Operation.NEVER);
    }

    private static Operation read(@Nullable Object value, long begin, long end) {
        return operation(new Read("k", value), Outcome.ACKNOWLEDGED, begin, end);
    }

    private static Finding check(Operation... operations) {
        return Register.check(List.of(operations), null, 10_000);
    }

    @Test
    void takesWhatCanHaveHappened() {
        assertThat(check()).isEqualTo(Finding.POSSIBLE);
        assertThat(check(write("a", 1, 2), read("a", 3, 4), write(null, 5, 6), read(null, 7, 8)))
                .isEqualTo(Finding.POSSIBLE);
        assertThat(check(write("a", 1, 9), write("b", 2, 8), read("a", 10, 11)))
                .as("writes at the same time, in either order")
                .isEqualTo(Finding.POSSIBLE);
        assertThat(check(write("a", 1, 9), read("a", 2, 3), read("a", 4, 5))).isEqualTo(Finding.POSSIBLE);
        assertThat(check(write("a", 1, 2), lost("b", 3), read("a", 4, 5), read("b", 6, 7)))
                .as("it may happen late")
                .isEqualTo(Finding.POSSIBLE);
        assertThat(check(write("a", 1, 2), lost("b", 3), read("a", 9, 10))).isEqualTo(Finding.POSSIBLE);
        assertThat(Register.check(List.of(read("x", 1, 2)), "x", 10)).isEqualTo(Finding.POSSIBLE);
    }

    @Test
    void findsWhatCannotHaveHappened() {
        assertThat(check(write("a", 1, 2), read(null, 3, 4))).as("a lost write").isEqualTo(Finding.IMPOSSIBLE);
        assertThat(check(write("a", 1, 2), write("b", 3, 4), read("a", 5, 6)))
                .as("a stale read")
                .isEqualTo(Finding.IMPOSSIBLE);
        assertThat(check(read("a", 1, 2), write("a", 3, 4)))
                .as("a read of what comes later")
                .isEqualTo(Finding.IMPOSSIBLE);
        assertThat(check(write("a", 1, 9), read("a", 2, 3), read(null, 4, 5)))
                .as("back in time")
                .isEqualTo(Finding.IMPOSSIBLE);
        assertThat(check(read("z", 1, 2))).as("from nowhere").isEqualTo(Finding.IMPOSSIBLE);
        assertThat(check(operation(new Write("k", "r"), Outcome.REFUSED, 1, 2), read("r", 3, 4)))
                .as("what was refused")
                .isEqualTo(Finding.IMPOSSIBLE);
        assertThat(check(lost("b", 3), read("b", 4, 5), write("a", 6, 7), read("b", 8, 9)))
                .as("what happened once")
                .isEqualTo(Finding.IMPOSSIBLE);
    }

    @Test
    void givesUpWhereItWouldTakeTooLong() {
        List<Operation> tangle = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            tangle.add(write(i / 2, 1, 100));
        }
        tangle.add(read(5, 101, 102));
        tangle.add(read(6, 103, 104));

        assertThat(Register.check(tangle, null, 10_000)).isEqualTo(Finding.UNDECIDED);
    }

    @Test
    void takesLongHistories() {
        assertThat(Register.check(history(10_000, 10_000), null, 100_000)).isEqualTo(Finding.POSSIBLE);
        assertThat(Register.check(history(10_000, 100), null, 100_000)).isEqualTo(Finding.POSSIBLE);
    }

    private static List<Operation> history(int writes, int values) {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < writes; i++) {
            operations.add(write(i % values, 10L * i, 10L * i + 12));
            operations.add(read(i % values, 10L * i + 5, 10L * i + 9));
        }
        return operations;
    }

    /** As a burst of clients leaves it: any of the writes may have been the last. */
    @Test
    void decidesAboutManyWritesAtTheSameTime() {
        List<Operation> burst = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            burst.add(write(i, i, 100));
        }
        for (int i = 0; i < 64; i++) {
            List<Operation> withRead = new ArrayList<>(burst);
            withRead.add(read(i, 101, 102));
            assertThat(Register.check(withRead, null, 0)).isEqualTo(Finding.POSSIBLE);
        }
        burst.add(read("z", 101, 102));
        assertThat(Register.check(burst, null, 0)).isEqualTo(Finding.IMPOSSIBLE);
    }

    /** Against all orders of a small history, half of the time one in which each write has a value of its own. */
    @RepeatedTest(600)
    void agreesWithTryingEveryOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        boolean distinct = random.nextBoolean();
        List<Integer> values = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6));
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            long begin = random.nextInt(12);
            long end = begin + 1 + random.nextInt(6);
            boolean read = random.nextBoolean();
            int value = read || !distinct ? random.nextInt(4) : values.removeFirst();
            operations.add(
                    read
                            ? read(value, begin, end)
                            : random.nextInt(3) == 0 ? lost(value, begin) : write(value, begin, end));
        }

        assertThat(Register.check(operations, 0, 10_000))
                .isEqualTo(anyOrder(operations, 0) ? Finding.POSSIBLE : Finding.IMPOSSIBLE);
    }

    private static boolean anyOrder(List<Operation> left, @Nullable Object value) {
        if (left.stream().noneMatch(operation -> operation.is(Outcome.ACKNOWLEDGED))) {
            return true;
        }
        return left.stream().anyMatch(next -> {
            if (left.stream().anyMatch(other -> other.end() < next.begin())) {
                return false;
            }
            List<Operation> rest = new ArrayList<>(left);
            rest.remove(next);
            return switch (next.what()) {
                case Write(String _, Object written) -> anyOrder(rest, written);
                case Read(String _, Object seen) -> Objects.equals(seen, value) && anyOrder(rest, value);
                default -> throw new IllegalArgumentException(Arrays.toString(left.toArray()));
            };
        });
    }
}

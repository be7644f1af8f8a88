package dev.assay.exam;

import dev.assay.exam.Operation.Change;
import dev.assay.exam.Operation.Claim;
import dev.assay.exam.Operation.Outcome;
import dev.assay.exam.Operation.Read;
import dev.assay.exam.Operation.What;
import dev.assay.exam.Operation.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * What clients did at the same time, and what they were told, as evidence against a service that loses, doubles or mixes up what it
 * was given. Clients record; the checks come when they are done.
 *
 * <pre>{@code
 * History history = new History();
 * service.clients(8, client -> {
 *     String key = Fresh.pick(keys);
 *     history.write(key, Fresh.word(), value -> client.put("/items/" + key).json(Map.of("value", value)));
 * }, service::crash);
 * service.start();
 * history.keepsWhatItAcknowledged(key -> valueOf(service.get("/items/" + key).send()));
 * }</pre>
 *
 * <p>What became of a call its status says: 2xx means that it has happened and 4xx that it has not. After everything else, and
 * without an answer, it may have happened, may happen still, or not at all; such a call fails no test.
 *
 * <p>A check that fails shows, with the judgement's seed, the few operations that cannot have gone together. It leaves out only
 * operations without which the others would have to go together just as well: reads, and writes whose value no read that is left
 * has seen (delta debugging).
 */
public final class History {
    private static final int MOST_OPERATIONS = 50_000;

    private static final int MOST_STATES = 200_000;
    private static final int MOST_STATES_OF_A_TRY = 20_000;
    private static final int MOST_TRIES = 1_000;
    private static final int MOST_LINES = 12;

    private static final Duration BREATH = Duration.ofMillis(1);

    private final ConcurrentLinkedQueue<Operation> operations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicInteger threads = new AtomicInteger();
    private final ThreadLocal<Integer> client = ThreadLocal.withInitial(threads::incrementAndGet);
    private final Map<String, Object> initial = new ConcurrentHashMap<>();
    private final long start = System.nanoTime();

    /** What a key holds before anything is recorded; without it, nothing. */
    public History initially(String key, Object value) {
        initial.put(key, Objects.requireNonNull(plain(value)));
        return this;
    }

    /**
     * Sends a call that writes this value, which no other write to this key should have.
     *
     * @param call given the value
     * @return the answer, if there was one
     */
    public <T> Optional<Reply> write(String key, T value, Function<T, Call> call) {
        return record(new Write(key, plain(value)), call.apply(value));
    }

    /** Sends a call that removes what the key holds. */
    public Optional<Reply> remove(String key, Call call) {
        return record(new Write(key, null), call);
    }

    /**
     * Sends a call that reads what the key holds. Without an answer, and with a status from 500 on, nothing is recorded.
     *
     * @param value takes the value out of the answer; null when the key holds nothing
     */
    public Optional<Reply> read(String key, Call call, Function<Reply, ? extends @Nullable Object> value) {
        long begin = System.nanoTime();
        Optional<Reply> reply = sent(call).filter(answer -> answer.status() < 500);
        long end = System.nanoTime();
        reply.ifPresent(answer -> add(new Operation(
                client.get(), new Read(key, plain(value.apply(answer))), Outcome.ACKNOWLEDGED, begin, end)));
        return reply;
    }

    /** Sends a call that adds so much to a number, or with a negative one takes it away: a counter, a balance. */
    public Optional<Reply> change(String key, long by, Call call) {
        return record(new Change(Map.of(key, by)), call);
    }

    /** Sends a call that takes so much from one and gives it to the other. */
    public Optional<Reply> move(String from, String to, long amount, Call call) {
        return record(new Change(new TreeMap<>(Map.of(from, -amount, to, amount))), call);
    }

    /** Sends a call that takes what only one can have: a seat, a coupon, a name. */
    public Optional<Reply> claim(String key, Call call) {
        return record(new Claim(key), call);
    }

    /**
     * After a crash, or at any time when nobody writes any more: fails when a key holds what it cannot hold after the writes that were
     * acknowledged. Writes without an answer may have happened or not, and writes at the same time in either order.
     *
     * @param read reads what a key holds now, null for nothing; called for each key that was written
     */
    public void keepsWhatItAcknowledged(Function<String, ? extends @Nullable Object> read) {
        byKey(operation -> operation.what() instanceof Write && !operation.is(Outcome.REFUSED))
                .forEach((key, writes) -> {
                    long begin = System.nanoTime();
                    Object found = plain(read.apply(key));
                    requirePossibleAtLast(
                            writes,
                            new Operation(
                                    client.get(),
                                    new Read(key, found),
                                    Outcome.ACKNOWLEDGED,
                                    begin,
                                    System.nanoTime()));
                });
    }

    /** What is there was written last, or at the same time as what was: no acknowledged write began after its write had ended. */
    private void requirePossibleAtLast(List<Operation> writes, Operation found) {
        String key = key(found);
        Object value = ((Read) found.what()).value();
        List<Operation> origins = writes.stream()
                .filter(write -> Objects.equals(((Write) write.what()).value(), value))
                .toList();
        Optional<Operation> latest = writes.stream()
                .filter(write -> write.is(Outcome.ACKNOWLEDGED))
                .max(Comparator.comparingLong(Operation::begin));
        boolean untouched = latest.isEmpty() && Objects.equals(initial.get(key), value);
        long begin = latest.map(Operation::begin).orElse(Long.MIN_VALUE);
        if (!untouched && origins.stream().allMatch(origin -> origin.end() < begin)) {
            List<Operation> evidence = new ArrayList<>(origins);
            latest.ifPresent(evidence::add);
            evidence.add(found);
            throw failure(
                    key + " holds " + Operation.literal(value)
                            + " at last, which it cannot after what was acknowledged",
                    evidence);
        }
    }

    /**
     * Fails when the reads and writes of a key contradict each other: when there is no order of them in which each happens between its
     * call and its answer, and each read sees the write before it (linearizability).
     */
    public void isLinearizable() {
        byKey(operation -> operation.what() instanceof Write || operation.what() instanceof Read)
                .forEach((key, all) -> requirePossible(
                        key,
                        all,
                        "The answers about " + key
                                + " contradict each other: in no order of these does every read see the"
                                + " write before it"));
    }

    private void requirePossible(String key, List<Operation> all, String otherwise) {
        Object before = initial.get(key);
        switch (Register.check(all, before, MOST_STATES)) {
            case POSSIBLE -> {}
            case IMPOSSIBLE -> throw failure(otherwise, least(all, before));
            case UNDECIDED ->
                throw new TestAbortedException(
                        "Too many operations on " + key + " went on at the same time to tell whether"
                                + " they can have gone together; write different values");
        }
    }

    private static List<Operation> least(List<Operation> all, @Nullable Object before) {
        List<Operation> least = Shrinking.of(
                all,
                some -> Register.check(complete(some, all), before, MOST_STATES_OF_A_TRY)
                        == Register.Finding.IMPOSSIBLE,
                MOST_TRIES);
        return complete(least, all);
    }

    /** With the writes whose values are read in it, without which it would prove nothing. */
    private static List<Operation> complete(List<Operation> some, List<Operation> all) {
        Set<Operation> wanted = new HashSet<>(some);
        Set<@Nullable Object> read = new HashSet<>();
        for (Operation operation : some) {
            if (operation.what() instanceof Read(String _, Object value)) {
                read.add(value);
            }
        }
        return all.stream()
                .filter(operation -> wanted.contains(operation)
                        || (operation.what() instanceof Write(String _, Object value) && read.contains(value)))
                .toList();
    }

    /**
     * Fails when numbers are not what they were before and what the acknowledged changes make of them, each counted exactly once:
     * when an update was lost, or done twice. A change without an answer may have happened once, or not, and as a whole.
     *
     * @param before by key, as they were before the first change
     * @param after by key, as they are now
     */
    public void addsUp(Map<String, Long> before, Map<String, Long> after) {
        List<String> differences =
                Accounts.differences(before, after, changes(Outcome.ACKNOWLEDGED), changes(Outcome.UNKNOWN));
        if (!differences.isEmpty()) {
            throw failureWith("What was acknowledged does not add up", differences);
        }
    }

    /**
     * Fails when more was acknowledged to be taken from a number than was there: when it was spent twice. What was given meanwhile
     * counts whether or not it was acknowledged, so a number that begins with everything is the strictest.
     *
     * @param least what no number may fall below, such as 0
     * @param before by key, as they were before the first change
     */
    public void neverFallsBelow(long least, Map<String, Long> before) {
        before.forEach((key, value) -> {
            List<Operation> concerned = all().stream()
                    .filter(operation ->
                            operation.what() instanceof Change(Map<String, Long> by) && by.containsKey(key))
                    .filter(operation -> operation.is(Outcome.ACKNOWLEDGED)
                            || (operation.is(Outcome.UNKNOWN) && Accounts.change(operation, key) > 0))
                    .toList();
            long left = value
                    + concerned.stream()
                            .mapToLong(operation -> Accounts.change(operation, key))
                            .sum();
            if (left < least) {
                throw failure(
                        "More was taken from " + key + " than there was: it was " + value
                                + ", and after what was acknowledged it would be " + left,
                        Accounts.overdrawing(concerned, key, value - least));
            }
        });
    }

    /** Fails when two claims of the same were acknowledged. */
    public void givesEachOnce() {
        Map<String, Operation> taken = new HashMap<>();
        for (Operation operation : all()) {
            if (operation.what() instanceof Claim(String key) && operation.is(Outcome.ACKNOWLEDGED)) {
                Operation earlier = taken.putIfAbsent(key, operation);
                if (earlier != null) {
                    throw failure(key + " was given twice", List.of(earlier, operation));
                }
            }
        }
    }

    private List<Change> changes(Outcome outcome) {
        return all().stream()
                .filter(operation -> operation.is(outcome))
                .map(Operation::what)
                .filter(Change.class::isInstance)
                .map(Change.class::cast)
                .toList();
    }

    private List<Operation> all() {
        return operations.stream()
                .sorted(Comparator.comparingLong(Operation::begin))
                .toList();
    }

    private Map<String, List<Operation>> byKey(Predicate<Operation> which) {
        return all().stream()
                .filter(which)
                .collect(Collectors.groupingBy(History::key, TreeMap::new, Collectors.toCollection(ArrayList::new)));
    }

    private static String key(Operation operation) {
        return switch (operation.what()) {
            case Write(String key, Object _) -> key;
            case Read(String key, Object _) -> key;
            case Claim(String key) -> key;
            case Change(Map<String, Long> by) -> new TreeSet<>(by.keySet()).toString();
        };
    }

    private Optional<Reply> record(What what, Call call) {
        long begin = System.nanoTime();
        Optional<Reply> reply = sent(call);
        Outcome outcome = outcome(reply);
        add(new Operation(
                client.get(), what, outcome, begin, outcome == Outcome.UNKNOWN ? Operation.NEVER : System.nanoTime()));
        return reply;
    }

    private static Optional<Reply> sent(Call call) {
        try {
            return Optional.of(call.send());
        } catch (AssertionError unanswered) {
            // A refused connection costs nothing, and a client would try again without end.
            LockSupport.parkNanos(BREATH.toNanos());
            return Optional.empty();
        }
    }

    private static Outcome outcome(Optional<Reply> reply) {
        return switch (reply.map(answer -> answer.status() / 100).orElse(0)) {
            case 2 -> Outcome.ACKNOWLEDGED;
            case 4 -> Outcome.REFUSED;
            default -> Outcome.UNKNOWN;
        };
    }

    private void add(Operation operation) {
        if (size.incrementAndGet() > MOST_OPERATIONS) {
            throw new IllegalStateException("A history holds at most " + MOST_OPERATIONS + " operations");
        }
        operations.add(operation);
    }

    /** Whole numbers are equal when their values are. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }

    private AssertionError failure(String what, List<Operation> evidence) {
        return failureWith(
                what,
                evidence.stream()
                        .sorted(Comparator.comparingLong(Operation::begin))
                        .map(operation -> operation.shown(start))
                        .toList());
    }

    private static AssertionError failureWith(String what, List<String> lines) {
        String shown =
                lines.stream().limit(MOST_LINES).map(line -> "\n  " + line).collect(Collectors.joining());
        String rest = lines.size() > MOST_LINES ? "\n  and " + (lines.size() - MOST_LINES) + " more" : "";
        return new AssertionError(what + " (seed " + Fresh.seed() + "):" + shown + rest);
    }
}

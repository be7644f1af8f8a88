package dev.assay.runner.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.runner.pool.Workshop.Thing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pool of things whose making, moving and end the test decides. */
@Timeout(60)
class PoolTest {

    private static final int LEFT = 0;
    private static final int RIGHT = 1;

    private final AtomicLong time = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Workshop workshop = new Workshop();
    private final Set<Integer> free = ConcurrentHashMap.newKeySet();
    private @Nullable Pool<String, Integer, Thing> pool;

    @AfterEach
    void close() {
        workshop.letAll();
        if (pool != null) {
            pool.close();
        }
        threads.shutdown();
    }

    @Test
    void hasNothingAtFirstAndWhatWasAskedForAfterwards() throws Exception {
        var pool = pool(100, 1);

        assertThat(pool.take("java", LEFT)).isEmpty();
        complete(pool);

        assertThat(pool.take("java", LEFT))
                .hasValueSatisfying(thing -> assertThat(thing.kind).isEqualTo("java"));
        assertThat(pool.take("go", LEFT)).isEmpty();
    }

    @Test
    void handsOutEachThingOnce() throws Exception {
        var pool = pool(100, 2);
        pool.expect("java");
        complete(pool);
        List<Thing> taken = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            pool.take("java", i % 2).ifPresent(taken::add);
        }
        complete(pool);

        assertThat(taken).isNotEmpty().doesNotHaveDuplicates();
        assertThat(workshop.discarded).doesNotContainAnyElementsOf(taken);
    }

    @Test
    void hasOneAheadOfWhatIsExpected() throws Exception {
        var pool = pool(100, 1);
        pool.expect("java");
        complete(pool);

        assertThat(pool.census()).isEqualTo(new Pool.Census<>(Map.of("java", 1), 0, 10));
        assertThat(pool.take("java", LEFT)).isPresent();
    }

    @Test
    void hasMoreOfWhatIsAskedForOften() throws Exception {
        var pool = pool(100, 2);
        for (int i = 0; i < 8; i++) {
            pool.take("java", LEFT);
        }
        complete(pool);

        assertThat(pool.census().ready()).containsEntry("java", 3);
        assertThat(pool.readyAt("java")).containsExactlyInAnyOrder(LEFT, RIGHT);
    }

    @Test
    void neverCostsMoreThanItsBudget() throws Exception {
        var pool = pool(25, 2);
        AtomicInteger most = new AtomicInteger();
        workshop.watch = () -> most.accumulateAndGet(pool.census().cost(), Math::max);
        for (String kind : List.of("java", "go", "php", "java", "go", "php", "java")) {
            pool.take(kind, LEFT);
            complete(pool);
        }

        assertThat(most).hasValue(20);
        assertThat(pool.census().cost()).isEqualTo(20);
    }

    @Test
    void discardsWhatNobodyAsksForAnyMore() throws Exception {
        var pool = pool(100, 1);
        pool.expect("java");
        complete(pool);
        time.addAndGet(Demand.FORGOTTEN_AFTER.toNanos() + 1);
        pool.expect("go");

        await(() -> pool.census().ready().equals(Map.of("go", 1)));
        complete(pool);
        assertThat(workshop.discarded).extracting(thing -> thing.kind).containsExactly("java");
    }

    @Test
    void makesAnewWhatHasWaitedForLong() throws Exception {
        var pool = pool(100, 1);
        pool.expect("java");
        complete(pool);
        time.addAndGet(Pool.FRESH_FOR.toNanos() + 1);
        pool.expect("java");
        complete(pool);

        assertThat(workshop.discarded).containsExactly(workshop.made.getFirst());
        assertThat(pool.census().ready()).isEqualTo(Map.of("java", 1));
    }

    @Test
    void discardsWhatItIsToldToForget() throws Exception {
        var pool = pool(100, 1);
        pool.expect("java:1");
        complete(pool);
        pool.forget("java:1"::equals);
        complete(pool);

        assertThat(workshop.discarded).hasSize(1);
        assertThat(pool.census().ready()).isEmpty();
    }

    @Test
    void prefersWhatIsThereToWhatMustBeMoved() throws Exception {
        var pool = pool(100, 2);
        for (int i = 0; i < 8; i++) {
            pool.take("java", LEFT);
        }
        complete(pool);
        workshop.moves.set(0);

        assertThat(pool.take("java", RIGHT))
                .hasValueSatisfying(thing -> assertThat(thing.place).isEqualTo(RIGHT));
        assertThat(workshop.moves).hasValue(0);
    }

    @Test
    void movesWhatIsElsewhere() throws Exception {
        var pool = pool(100, 2);
        pool.expect("java");
        complete(pool);
        int other = pool.readyAt("java").contains(LEFT) ? RIGHT : LEFT;

        assertThat(pool.take("java", other))
                .hasValueSatisfying(thing -> assertThat(thing.place).isEqualTo(other));
        assertThat(workshop.moves).hasValue(1);
    }

    @Test
    void leavesWhatCannotBeMovedWhereItIs() throws Exception {
        workshop.movable = false;
        var pool = pool(100, 2);
        pool.expect("java");
        complete(pool);
        int there = pool.readyAt("java").iterator().next();

        assertThat(pool.take("java", 1 - there)).isEmpty();
        assertThat(pool.take("java", there)).isPresent();
    }

    @Test
    void handsOutNothingThatCouldNotBeMoved() throws Exception {
        var pool = pool(100, 2);
        pool.expect("java");
        complete(pool);
        workshop.moving = false;
        int other = 1 - pool.readyAt("java").iterator().next();

        assertThat(pool.take("java", other)).isEmpty();
        await(() -> workshop.discarded.size() == 1);
    }

    @Test
    void handsOutNothingThatHasEndedInThePool() throws Exception {
        var pool = pool(100, 1);
        pool.expect("java");
        complete(pool);
        workshop.made.getFirst().ended = true;

        assertThat(pool.take("java", LEFT)).isEmpty();
        await(() -> workshop.discarded.size() == 1);
        complete(pool);
        assertThat(pool.take("java", LEFT)).isPresent();
    }

    @Test
    void replacesWhatHasEndedInThePool() throws Exception {
        var pool = pool(100, 1);
        pool.expect("java");
        complete(pool);
        workshop.made.getFirst().ended = true;
        pool.expect("java");

        await(() -> workshop.discarded.size() == 1);
        complete(pool);
        assertThat(pool.census().ready()).containsEntry("java", 1);
    }

    @Test
    void hurriesWithWhatIsBeingMadeWhenSomebodyWaits() throws Exception {
        workshop.gate = new CompletableFuture<>();
        var pool = pool(100, 1);
        pool.expect("java");
        await(() -> workshop.making.get() == 1);

        Optional<Thing> taken = pool.take("java", LEFT);

        assertThat(taken).hasValueSatisfying(thing -> assertThat(thing.hurried).isTrue());
        assertThat(workshop.moves).as("to where it is used").hasValue(1);
    }

    @Test
    void waitsForThePlacesToBeFreeButNotForLong() throws Exception {
        var pool = pool(100, 1);
        free.clear();
        pool.expect("java");
        pool.expect("go");

        await(() -> !pool.awaitComplete(Duration.ZERO));
        assertThat(workshop.made).isEmpty();
        pool.released();
        await(() -> workshop.made.size() == 1);
        time.addAndGet(Duration.ofSeconds(4).toNanos());
        pool.expect("java");
        complete(pool);
        assertThat(workshop.made).hasSize(2);
    }

    @Test
    void doesNotSpinWhenNothingCanBeMade() throws Exception {
        workshop.broken = true;
        var pool = pool(100, 1);
        pool.expect("java");
        await(() -> workshop.failures.get() == 1);
        for (int i = 0; i < 100; i++) {
            assertThat(pool.take("java", LEFT)).isEmpty();
        }
        assertThat(workshop.failures.get()).isLessThanOrEqualTo(1);

        List<Long> waits = new ArrayList<>();
        while (waits.size() < 9) {
            int before = workshop.failures.get();
            long start = time.get();
            while (workshop.failures.get() == before) {
                time.addAndGet(Duration.ofMillis(500).toNanos());
                pool.expect("java");
                complete(pool, Duration.ofMillis(1));
            }
            waits.add(Duration.ofNanos(time.get() - start).toSeconds());
        }
        assertThat(waits.subList(0, 6)).isSorted();
        assertThat(waits.getLast()).isBetween(55L, 75L);

        workshop.broken = false;
        time.addAndGet(Duration.ofMinutes(2).toNanos());
        pool.expect("java");
        complete(pool);
        assertThat(pool.take("java", LEFT)).isPresent();
    }

    @Test
    void makesTheNextOnesWhenAskingForThePlacesFailedOnce() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        var pool = new Pool<>(
                workshop,
                new Stocking(100, 2),
                new Places<Integer>() {
                    @Override
                    public List<Integer> all() {
                        if (asked.incrementAndGet() == 1) {
                            throw new IllegalStateException("down");
                        }
                        return List.of(LEFT);
                    }

                    @Override
                    public Set<Integer> free() {
                        return Set.of(LEFT);
                    }
                },
                1,
                threads,
                time::get);
        this.pool = pool;
        pool.expect("java");
        await(() -> asked.get() == 1);
        pool.expect("java");
        complete(pool);

        assertThat(pool.take("java", LEFT)).isPresent();
    }

    @Test
    void leavesNothingWhenItIsClosed() throws Exception {
        var pool = pool(100, 1);
        pool.expect("java");
        complete(pool);
        workshop.gate = new CompletableFuture<>();
        pool.expect("go");
        await(() -> workshop.making.get() == 1);

        pool.close();

        assertThat(workshop.discarded).extracting(thing -> thing.kind).containsExactly("java");
        assertThat(pool.take("go", LEFT)).isEmpty();
        workshop.letAll();
        await(() -> workshop.discarded.size() == 2);
    }

    private Pool<String, Integer, Thing> pool(int budget, int slots) {
        List<Integer> all = slots == 1 ? List.of(LEFT) : List.of(LEFT, RIGHT);
        free.addAll(all);
        pool = new Pool<>(
                workshop,
                new Stocking(budget, slots + 1),
                new Places<>() {
                    @Override
                    public List<Integer> all() {
                        return all;
                    }

                    @Override
                    public Set<Integer> free() {
                        return Set.copyOf(free);
                    }
                },
                slots,
                threads,
                time::get);
        return pool;
    }

    private void complete(Pool<?, ?, ?> pool) throws InterruptedException {
        await(() -> pool.awaitComplete(Duration.ZERO));
    }

    private void complete(Pool<?, ?, ?> pool, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!pool.awaitComplete(Duration.ZERO) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    private static void await(Condition condition) throws InterruptedException {
        while (!condition.holds()) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }
}

package dev.assay.runner.pool;

import dev.assay.runner.pool.Item.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds things that are ready to be used, within a budget, and makes what is wanted and not there. A pool can only save time:
 * whoever asks and gets nothing makes the thing without it, and no fault of the pool's own work reaches those who ask.
 *
 * <p>Making takes time from those who use what was made, so it waits for a free place, or else for one who is done; but not for
 * long.
 */
public final class Pool<K, P, V> implements AutoCloseable {

    /**
     * What a pool holds.
     *
     * @param ready by kind
     * @param making how many are being made
     * @param cost of all that is there, being made or being discarded
     */
    public record Census<K>(Map<K, Integer> ready, int making, int cost) {
        public Census {
            ready = Map.copyOf(ready);
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Pool.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);
    private static final Duration LONGEST_DEFERRAL = Duration.ofSeconds(3);
    /** A thing that waits for longer is made anew. */
    static final Duration FRESH_FOR = Duration.ofMinutes(25);

    private final Maker<K, P, V> maker;
    private final Stocking stocking;
    private final Places<P> places;
    private final int makers;
    private final Executor threads;
    private final LongSupplier nanos;

    private final Demand<K> demand = new Demand<>();
    private final List<Item<K, P, V>> items = new ArrayList<>();
    private final Setbacks<K> setbacks = new Setbacks<>();
    private final Map<K, Long> shortSince = new HashMap<>();
    private long lastNumber;
    private int released;
    /** Until a round has taken account of it, so that nobody who waits for completeness goes on before. */
    private boolean newsToTend;

    private boolean complete = true;
    private boolean tended;
    private boolean closed;

    /**
     * @param makers how many are made at one time
     * @param nanos a monotonic clock
     */
    public Pool(
            Maker<K, P, V> maker,
            Stocking stocking,
            Places<P> places,
            int makers,
            Executor threads,
            LongSupplier nanos) {
        this.maker = maker;
        this.stocking = stocking;
        this.places = places;
        this.makers = makers;
        this.threads = threads;
        this.nanos = nanos;
    }

    /** A thing of this kind that is ready and at this place, or about to be; empty when there is none. */
    public Optional<V> take(K kind, P place) {
        long youngest;
        synchronized (this) {
            if (closed) {
                return Optional.empty();
            }
            demand.asked(kind, nanos.getAsLong());
            // What is begun from now on would come no sooner than what the asker makes.
            youngest = lastNumber;
            news();
        }
        for (Item<K, P, V> item = claim(kind, place, youngest); item != null; item = claim(kind, place, youngest)) {
            Optional<V> thing = item.handOut(place, maker);
            if (thing.isPresent()) {
                return thing;
            }
            discardClaimed(item);
        }
        return Optional.empty();
    }

    /** Things of this kind will be asked for. */
    public synchronized void expect(K kind) {
        demand.expected(kind, nanos.getAsLong());
        news();
    }

    /** These will not be asked for any more. */
    public synchronized void forget(Predicate<K> which) {
        demand.forget(which);
        news();
    }

    /** Where things of this kind are ready. */
    public synchronized Set<P> readyAt(K kind) {
        return items.stream()
                .filter(item -> item.isReady(kind))
                .map(item -> item.place)
                .collect(Collectors.toSet());
    }

    /** To be called when a place has become free. */
    public synchronized void released() {
        released = Math.min(released + 1, makers);
        news();
    }

    public synchronized Census<K> census() {
        Map<K, Integer> ready = new HashMap<>();
        items.stream().filter(Item::isReady).forEach(item -> ready.merge(item.kind, 1, Integer::sum));
        return new Census<>(ready, (int) count(State.MAKING), cost());
    }

    /** Waits until all that is wanted is there; false when that takes longer. */
    public synchronized boolean awaitComplete(Duration atMost) throws InterruptedException {
        long end = nanos.getAsLong() + atMost.toNanos();
        while (newsToTend || !complete || count(State.READY) < items.size()) {
            long left = end - nanos.getAsLong();
            if (left <= 0 || closed) {
                return false;
            }
            wait(Math.max(1, Duration.ofNanos(left).toMillis()));
        }
        return true;
    }

    /** Discards all; returns when what was ready is gone. What is being made is discarded when it is made. */
    @Override
    public void close() {
        List<Item<K, P, V>> leaving;
        synchronized (this) {
            closed = true;
            leaving = items.stream().filter(Item::isReady).toList();
            leaving.forEach(this::discard);
            notifyAll();
        }
        leaving.forEach(item -> item.gone.join());
    }

    private synchronized @Nullable Item<K, P, V> claim(K kind, P place, long youngest) {
        boolean movable = maker.movable();
        Item<K, P, V> best = items.stream()
                .filter(item -> item.state != State.LEAVING && item.kind.equals(kind) && item.number <= youngest)
                .filter(item -> movable || item.place.equals(place))
                .min(Comparator.comparing((Item<K, P, V> item) -> !item.isReady())
                        .thenComparing(item -> !item.place.equals(place)))
                .orElse(null);
        if (best != null) {
            items.remove(best);
            news();
        }
        return best;
    }

    private void discardClaimed(Item<K, P, V> item) {
        if (item.wasMade()) {
            execute(() -> maker.discard(item.thing()));
        }
    }

    private void news() {
        newsToTend = true;
        if (!tended) {
            tended = true;
            threads.execute(this::tendUntilClosed);
        }
        notifyAll();
    }

    private void tendUntilClosed() {
        try {
            while (awaitNews()) {
                tend();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // a look too many does no harm
    private synchronized boolean awaitNews() throws InterruptedException {
        if (!newsToTend && !closed) {
            wait(items.isEmpty() && complete ? 0 : LOOK_EVERY.toMillis());
        }
        return !closed;
    }

    /** One round of comparing what is there with what is wanted. */
    private void tend() {
        List<P> all;
        try {
            all = places.all();
        } catch (RuntimeException e) {
            log.debug("Nothing is made ahead for now: {}", e.getMessage());
            synchronized (this) {
                newsToTend = false;
                complete = false;
            }
            return;
        }
        synchronized (this) {
            newsToTend = false;
            items.stream().filter(item -> item.isReady() && !isGood(item)).forEach(this::discard);
            stock(all);
            notifyAll();
        }
    }

    private boolean isGood(Item<K, P, V> item) {
        if (!maker.usable(item.thing())) {
            log.warn("What was made ahead has ended by itself; another takes its place");
            return false;
        }
        return nanos.getAsLong() - item.begun < FRESH_FOR.toNanos();
    }

    private void stock(List<P> all) {
        long now = nanos.getAsLong();
        Map<K, Integer> present = new HashMap<>();
        items.stream()
                .filter(item -> item.state != State.LEAVING)
                .forEach(item -> present.merge(item.kind, 1, Integer::sum));
        Map<K, Double> asked = demand.at(now);
        Map<K, Integer> wanted = stocking.wanted(asked, present, maker::cost);
        present.forEach((kind, count) -> discardSurplus(kind, count - wanted.getOrDefault(kind, 0)));
        setbacks.forgetAllBut(wanted.keySet());
        shortSince.keySet().retainAll(wanted.keySet());
        complete = true;
        wanted.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<K, Integer> entry) -> asked.getOrDefault(entry.getKey(), 0.0),
                        Comparator.reverseOrder()))
                .forEach(entry -> {
                    K kind = entry.getKey();
                    int missing = entry.getValue() - present.getOrDefault(kind, 0);
                    if (missing <= 0) {
                        shortSince.remove(kind);
                        return;
                    }
                    shortSince.putIfAbsent(kind, now);
                    for (int i = 0; i < missing; i++) {
                        if (mayMake(kind, now)) {
                            make(kind, all);
                        } else {
                            complete = false;
                        }
                    }
                });
        if (complete) {
            released = 0;
        }
    }

    private boolean mayMake(K kind, long now) {
        if (count(State.MAKING) >= makers
                || cost() + maker.cost(kind) > stocking.budget()
                || setbacks.isHeldBack(kind, now)) {
            return false;
        }
        if (!places.free().isEmpty() || now - shortSince.getOrDefault(kind, now) >= LONGEST_DEFERRAL.toNanos()) {
            return true;
        }
        if (released > 0) {
            released--;
            return true;
        }
        return false;
    }

    private void make(K kind, List<P> all) {
        Set<P> free = places.free();
        P place = all.stream()
                .distinct()
                .min(Comparator.comparingLong((P candidate) -> items.stream()
                                .filter(item -> item.kind.equals(kind) && item.place.equals(candidate))
                                .count())
                        .thenComparing(candidate -> !free.contains(candidate))
                        .thenComparingLong(candidate -> items.stream()
                                .filter(item -> item.place.equals(candidate))
                                .count()))
                .orElseThrow();
        Item<K, P, V> item = new Item<>(++lastNumber, kind, place, nanos.getAsLong());
        items.add(item);
        execute(() -> made(item));
    }

    /** On a thread of its own. */
    private void made(Item<K, P, V> item) {
        try {
            V thing = maker.make(item.kind, item.place, item.haste);
            synchronized (this) {
                setbacks.succeeded(item.kind);
                item.future.complete(thing);
                if (items.contains(item)) {
                    item.state = State.READY;
                    if (closed) {
                        discard(item);
                    }
                }
                news();
            }
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                items.remove(item);
                if (!closed) {
                    setbacks.failed(item.kind, e, nanos.getAsLong());
                }
                item.future.completeExceptionally(e);
                news();
            }
        }
    }

    /** Of what is being made, none: it may be wanted by the time it is ready. */
    private void discardSurplus(K kind, int surplus) {
        for (int i = 0; i < surplus; i++) {
            items.stream()
                    .filter(item -> item.isReady(kind))
                    .max(Comparator.comparingLong(item -> items.stream()
                            .filter(other -> other.kind.equals(kind) && other.place.equals(item.place))
                            .count()))
                    .ifPresent(this::discard);
        }
    }

    private void discard(Item<K, P, V> item) {
        item.state = State.LEAVING;
        execute(() -> {
            try {
                maker.discard(item.thing());
            } finally {
                synchronized (this) {
                    items.remove(item);
                    news();
                }
                item.gone.complete(null);
            }
        });
    }

    private void execute(Runnable action) {
        try {
            threads.execute(action);
        } catch (RejectedExecutionException theOwnerIsClosing) {
            action.run();
        }
    }

    private long count(State state) {
        return items.stream().filter(item -> item.state == state).count();
    }

    private int cost() {
        return items.stream().mapToInt(item -> maker.cost(item.kind)).sum();
    }
}

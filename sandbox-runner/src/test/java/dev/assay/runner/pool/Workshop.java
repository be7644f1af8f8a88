package dev.assay.runner.pool;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes things when the test lets it, and keeps account of them. */
final class Workshop implements Maker<String, Integer, Workshop.Thing> {

    final List<Thing> made = new CopyOnWriteArrayList<>();
    final List<Thing> discarded = new CopyOnWriteArrayList<>();
    final AtomicInteger making = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();
    final AtomicInteger moves = new AtomicInteger();
    volatile Runnable watch = () -> {};
    volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
    volatile boolean broken;
    volatile boolean movable = true;
    volatile boolean moving = true;

    @Override
    public Thing make(String kind, Integer place, CompletableFuture<Void> haste) {
        making.incrementAndGet();
        try {
            CompletableFuture.anyOf(haste, gate).join();
            if (broken) {
                failures.incrementAndGet();
                throw new IllegalStateException("broken");
            }
            watch.run();
            Thing thing = new Thing(kind, place, haste.isDone());
            made.add(thing);
            return thing;
        } finally {
            making.decrementAndGet();
        }
    }

    @Override
    public boolean usable(Thing thing) {
        return !thing.ended;
    }

    @Override
    public boolean movable() {
        return movable;
    }

    @Override
    public boolean move(Thing thing, Integer place) {
        moves.incrementAndGet();
        thing.place = place;
        return moving;
    }

    @Override
    public void discard(Thing thing) {
        discarded.add(thing);
    }

    @Override
    public int cost(String kind) {
        return 10;
    }

    void letAll() {
        gate.complete(null);
    }

    static final class Thing {
        final String kind;
        final boolean hurried;
        volatile int place;
        volatile boolean ended;

        Thing(String kind, int place, boolean hurried) {
            this.kind = kind;
            this.place = place;
            this.hurried = hurried;
        }
    }
}

package dev.assay.runner.pool;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thing from its making until it is handed out or gone. */
final class Item<K, P, V> {

    enum State {
        MAKING,
        READY,
        LEAVING
    }

    private static final Logger log = LoggerFactory.getLogger(Item.class);

    final long number;
    final K kind;
    final P place;
    final long begun;
    /** Completed when somebody waits for it. */
    final CompletableFuture<Void> haste = new CompletableFuture<>();

    final CompletableFuture<V> future = new CompletableFuture<>();
    final CompletableFuture<Void> gone = new CompletableFuture<>();
    /** Guarded by the pool. */
    State state = State.MAKING;

    Item(long number, K kind, P place, long begun) {
        this.number = number;
        this.kind = kind;
        this.place = place;
        this.begun = begun;
    }

    boolean isReady() {
        return state == State.READY;
    }

    boolean isReady(K ofKind) {
        return isReady() && kind.equals(ofKind);
    }

    boolean wasMade() {
        return future.isDone() && !future.isCompletedExceptionally();
    }

    V thing() {
        return future.join();
    }

    /** To the one who has claimed it, when it is made; empty when it was not made, has ended or could not be moved. */
    Optional<V> handOut(P wanted, Maker<K, P, V> maker) {
        boolean ready = future.isDone();
        if (!ready) {
            haste.complete(null);
        }
        V thing;
        try {
            thing = future.join();
        } catch (CompletionException notMade) {
            return Optional.empty();
        }
        try {
            boolean there = place.equals(wanted) && (ready || !maker.movable());
            if (maker.usable(thing) && (there || maker.move(thing, wanted))) {
                return Optional.of(thing);
            }
        } catch (RuntimeException e) {
            log.warn("What was made ahead could not be handed out: {}", e.getMessage());
        }
        return Optional.empty();
    }
}

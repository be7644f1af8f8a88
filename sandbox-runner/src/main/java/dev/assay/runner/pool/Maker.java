package dev.assay.runner.pool;

import java.util.concurrent.CompletableFuture;

/**
 * Makes what a pool holds.
 *
 * @param <K> a kind; things of equal kinds are interchangeable
 * @param <P> a place where a thing is; it is used best where it is, and can be moved at a cost
 * @param <V> a thing, used once
 */
public interface Maker<K, P, V> {

    /**
     * Returns when it is ready, or as soon as it can be used at all once there is haste: somebody waits for it then, and will
     * move it to the place where it is needed.
     */
    V make(K kind, P place, CompletableFuture<Void> haste);

    /** Whether it is as good as when it was made. Answers at once. */
    boolean usable(V thing);

    /** Whether things can be moved at all. */
    boolean movable();

    /** Returns when it is there; false when it could not be moved and must not be used. */
    boolean move(V thing, P place);

    /** Never throws. */
    void discard(V thing);

    int cost(K kind);
}

package dev.assay.runner.judging;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Removes used pods behind the judgements' backs. Who brings more than it can cope with removes by himself, so that what is to
 * be removed does not pile up.
 */
public final class Removals implements Executor {

    private final Executor threads;
    private final Semaphore free;

    /** @param atOneTime how many pods are removed side by side */
    public Removals(Executor threads, int atOneTime) {
        this.threads = threads;
        this.free = new Semaphore(atOneTime);
    }

    @Override
    public void execute(Runnable removal) {
        if (!free.tryAcquire()) {
            removal.run();
            return;
        }
        try {
            threads.execute(() -> {
                try {
                    removal.run();
                } finally {
                    free.release();
                }
            });
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
    }
}

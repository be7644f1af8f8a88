package dev.assay.runner.threads;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * The threads of the runner: platform threads that keep no process alive. They are few, some for each judgement.
 *
 * <p>They are not virtual, since those can lock the whole server up. A virtual thread that loads a class keeps its carrier while
 * it waits for the monitor of Spring Boot's nested jar, and there are only as many carriers as processors. When the one that has
 * the monitor waits for a carrier in the meantime, none of them ever goes on, nor does any thread that needs a new class.
 */
public final class Threads {
    private static final ThreadFactory FACTORY =
            Thread.ofPlatform().daemon().name("runner-", 0).factory();

    private Threads() {}

    /** Begins at once, on a thread of its own. */
    public static void start(Runnable task) {
        FACTORY.newThread(task).start();
    }

    /** With a thread of its own for each task. */
    public static ExecutorService perTask() {
        return Executors.newThreadPerTaskExecutor(FACTORY);
    }
}

package dev.assay.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Calls at the same time: each on its own thread, all released at once. */
final class Together {

    /** More would meet the sandbox's limits on open files and threads, and so test those. */
    private static final int MAX = 64;

    private Together() {}

    static <T> List<T> call(int n, IntFunction<T> call) {
        requireFew(n);
        CountDownLatch ready = new CountDownLatch(n);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> calls = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                int number = i;
                calls.add(callers.submit(() -> {
                    ready.countDown();
                    go.await();
                    return call.apply(number);
                }));
            }
            ready.await();
            go.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> made : calls) {
                answers.add(made.get());
            }
            return List.copyOf(answers);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new AssertionError("Of " + n + " calls at the same time: " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted during " + n + " calls at the same time", e);
        }
    }

    static void requireFew(int calls) {
        if (calls < 1 || calls > MAX) {
            throw new IllegalArgumentException("From 1 to " + MAX + " calls at the same time, not " + calls);
        }
    }
}

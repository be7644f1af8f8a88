import dev.assay.exam.Call;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.time.Duration;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** A crash in the midst of a burst. */
final class Crash {
    static final int CALLERS = 16;

    /** So long that a call without an answer is one that the crash has cut off. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** No answer for so long means that the service is busy with something else than answering. */
    private static final Duration SILENCE = Duration.ofMillis(6);

    private static final Duration LONGEST_WAIT_FOR_SILENCE = Duration.ofSeconds(2);

    private Crash() {}

    /** Calls until so many requests were made and the service has crashed; returns the answers by the calls' numbers. */
    static SortedMap<Integer, Reply> afterRequests(int requests, Service service, IntFunction<Call> call) {
        CountDownLatch made = new CountDownLatch(requests);
        IntFunction<Call> counted = number -> {
            made.countDown();
            return call.apply(number).timeout(PATIENCE);
        };
        return service.burst(CALLERS, counted, () -> {
            await(made);
            service.crash();
        });
    }

    /** The same, but the crash comes when the service next makes everybody wait, as one does that clears away. */
    static SortedMap<Integer, Reply> inTheNextSilence(int requests, Service service, IntFunction<Call> call) {
        CountDownLatch made = new CountDownLatch(requests);
        AtomicLong last = new AtomicLong(System.nanoTime());
        IntFunction<Call> counted = number -> {
            made.countDown();
            last.set(System.nanoTime());
            return call.apply(number).timeout(PATIENCE);
        };
        return service.burst(CALLERS, counted, () -> {
            await(made);
            awaitSilence(last);
            service.crash();
        });
    }

    /** Gives up when there is none: then any moment is as good. */
    private static void awaitSilence(AtomicLong last) {
        long end = System.nanoTime() + LONGEST_WAIT_FOR_SILENCE.toNanos();
        while (System.nanoTime() < end && System.nanoTime() - last.get() < SILENCE.toNanos()) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    private static void await(CountDownLatch made) {
        try {
            made.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted during a burst of calls, because the test took too long", e);
        }
    }
}

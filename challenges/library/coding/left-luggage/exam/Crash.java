import dev.assay.exam.Call;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.time.Duration;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** A crash in the midst of a burst: after so many requests, or sooner, when the service makes everybody wait. */
final class Crash {
    static final int CALLERS = 16;

    /** So long that a call without an answer is one that the crash has cut off. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final int WARM = 2 * CALLERS;

    /** Nobody was answered for so long: the service is in the midst of something, and there is no better moment. */
    private static final Duration STALL = Duration.ofMillis(250);

    /** So short that clearing away shows. */
    private static final Duration SILENCE = Duration.ofMillis(6);

    private static final Duration LONGEST_WAIT_FOR_SILENCE = Duration.ofMillis(250);

    private final int requests;
    private final AtomicInteger made = new AtomicInteger();
    private volatile long last = System.nanoTime();

    private Crash(int requests) {
        this.requests = requests;
    }

    /** Calls until the service has crashed; returns the answers by the calls' numbers. */
    static SortedMap<Integer, Reply> afterRequests(int requests, Service service, IntFunction<Call> call) {
        Crash crash = new Crash(requests);
        return service.burst(CALLERS, number -> crash.counted(call.apply(number)), () -> {
            crash.awaitRequests();
            service.crash();
        });
    }

    /** The same, but after the requests it waits for a short silence, as there is while old data is cleared away. */
    static SortedMap<Integer, Reply> inTheNextSilence(int requests, Service service, IntFunction<Call> call) {
        Crash crash = new Crash(requests);
        return service.burst(CALLERS, number -> crash.counted(call.apply(number)), () -> {
            crash.awaitRequests();
            crash.awaitSilence();
            service.crash();
        });
    }

    private Call counted(Call call) {
        made.incrementAndGet();
        last = System.nanoTime();
        return call.timeout(PATIENCE);
    }

    /** At first slowness is no stall: the service has just started. */
    private void awaitRequests() {
        await(PATIENCE, () -> made.get() >= requests || (made.get() >= WARM && isSilentFor(STALL)));
    }

    /** Gives up when there is none: then any moment is as good. */
    private void awaitSilence() {
        await(LONGEST_WAIT_FOR_SILENCE, () -> isSilentFor(SILENCE));
    }

    private boolean isSilentFor(Duration time) {
        return System.nanoTime() - last >= time.toNanos();
    }

    private static void await(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end && !condition.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }
}

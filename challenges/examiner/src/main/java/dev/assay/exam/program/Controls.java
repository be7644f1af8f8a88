package dev.assay.exam.program;

import dev.assay.exam.Control;
import dev.assay.exam.Usage;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks the runner for what a test wants done, and knows what has to be made good after it. */
final class Controls implements Control {
    static final String SERVICE = "service";

    /** The package's own solution, which is stopped unless a test measures it. */
    static final String REFERENCE = "reference";

    /** What a test left. */
    enum State {
        RUNNING,
        PAUSED,
        DOWN
    }

    /** A test that asks without end would fill what the runner takes from an examiner, which would be taken for a fault of ours. */
    private static final int MOST_REQUESTS = 20_000;

    /** How long the last connections to the reference may take to end. */
    private static final Duration QUIET = Duration.ofMillis(200);

    private static final Duration STEP = Duration.ofMillis(2);

    private final BiConsumer<String, Map<String, ?>> requests;
    private final Readiness readiness;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, State> states = new ConcurrentHashMap<>();
    private volatile @Nullable String serviceEnded;
    private volatile boolean closed;
    private volatile boolean referenceWasQuiet;

    /** Waits until the service, or the reference, listens. */
    interface Readiness {
        /** How long it may take. */
        Duration limit();

        /** Whether it listens; looks for so long. */
        boolean await(String target, Duration atMost);

        /** Whether there is a connection to the reference at all, also one that its caller has closed. */
        boolean isReferenceCalled();

        /** Whether somebody else than this program has a connection to the reference. */
        boolean isReferenceCalledByOthers();
    }

    /** @param requests takes the type of a message and its fields */
    Controls(BiConsumer<String, Map<String, ?>> requests, Readiness readiness) {
        this.requests = requests;
        this.readiness = readiness;
    }

    @Override
    public void apply(String target, Action action) {
        switch (action) {
            case CRASH, STOP -> {
                // Before it is asked: an interrupted test does not know whether it was done.
                states.put(target, State.DOWN);
                ask(target, action.name());
            }
            case PAUSE -> {
                if (target.equals(REFERENCE)) {
                    referenceWasQuiet = isReferenceQuiet();
                }
                states.put(target, State.PAUSED);
                ask(target, action.name());
            }
            case RESUME -> {
                if (target.equals(REFERENCE)) {
                    requireAloneWithReference();
                }
                ask(target, action.name());
                states.replace(target, State.PAUSED, State.RUNNING);
                if (target.equals(REFERENCE)) {
                    awaitReference();
                }
            }
            case START, RESTART -> {
                requireAlive(target);
                boolean paused = action == Action.START && states.get(target) == State.PAUSED;
                ask(target, paused ? Action.RESUME.name() : action.name());
                states.put(target, State.RUNNING);
                if (target.equals(SERVICE)) {
                    awaitListening();
                }
            }
        }
    }

    @Override
    public Usage usage(String target) {
        JsonNode answer = ask(target, "USAGE");
        return new Usage(
                Duration.ofNanos(answer.path("cpuMicros").asLong(0) * 1000),
                answer.path("peakMemoryBytes").asLong(0),
                answer.path("processes").asInt(0));
    }

    /** Starts and resumes what was left stopped or paused, and says so. A service that ended by itself stays as it is. */
    void restore() {
        states.forEach((target, state) -> {
            if (target.equals(REFERENCE)) {
                stopReference(state);
                return;
            }
            boolean lost = target.equals(SERVICE) && serviceEnded != null;
            if (state != State.RUNNING && !lost) {
                requests.accept(
                        "restored", Map.of("target", target, "left", state == State.PAUSED ? "paused" : "stopped"));
                apply(target, state == State.PAUSED ? Action.RESUME : Action.START);
            }
        });
    }

    private void stopReference(State state) {
        if (state != State.PAUSED) {
            apply(REFERENCE, Action.PAUSE);
        }
    }

    /** So that no submission can let it work, from the beginning on. */
    void holdReference() {
        try {
            apply(REFERENCE, Action.PAUSE);
        } catch (AssertionError | IllegalStateException e) {
            // The test that wants it will say so.
            System.err.println("The reference was not stopped: " + e.getMessage());
        }
    }

    /** Whether the line is an answer, which then has been given to the one who waits for it. */
    boolean answer(JsonNode line) {
        return switch (line.path("type").asString("")) {
            case "controlled" -> {
                CompletableFuture<JsonNode> waiting =
                        asked.remove(line.path("id").asInt(-1));
                if (waiting != null) {
                    waiting.complete(line);
                }
                yield true;
            }
            case "ended" -> {
                serviceEnded = line.path("how").asString("");
                yield true;
            }
            default -> false;
        };
    }

    private JsonNode ask(String target, String action) {
        int id = ids.incrementAndGet();
        if (id > MOST_REQUESTS) {
            throw new IllegalStateException("An exam may control the service and its dependencies " + MOST_REQUESTS
                    + " times; this one asks for more");
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        if (closed) {
            close();
        }
        requests.accept("control", Map.of("id", id, "target", target, "action", action.toLowerCase(Locale.ROOT)));
        try {
            return done(answer.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(doing(target, action) + " was interrupted, because the test took too long", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(doing(target, action) + " failed: " + e.getCause(), e);
        }
    }

    private static JsonNode done(JsonNode answer) {
        String failure = answer.path("failure").asString("");
        if (!failure.isEmpty()) {
            throw new AssertionError(failure);
        }
        return answer;
    }

    /** Nobody answers any more; who waits is told so. */
    void close() {
        closed = true;
        asked.values()
                .forEach(waiting -> waiting.completeExceptionally(new IllegalStateException("the runner is gone")));
    }

    private static String doing(String target, String action) {
        return "\"" + action.toLowerCase(Locale.ROOT) + "\" of the " + target;
    }

    /** The runner tells at once when the service has ended by itself, so nobody waits for one that cannot come back. */
    private void awaitListening() {
        long start = System.nanoTime();
        Duration step = Duration.ofMillis(50);
        while (!readiness.await(SERVICE, step)) {
            requireAlive(SERVICE);
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError(
                        "The service was started again and did not listen before the test took too long");
            }
            if (System.nanoTime() - start > readiness.limit().toNanos()) {
                throw new AssertionError("The service was started again and did not listen within "
                        + readiness.limit().toMillis() / 1000.0 + " s, the limit for becoming ready");
            }
        }
    }

    /** It may have been stopped before it was up. */
    private void awaitReference() {
        if (!readiness.await(REFERENCE, readiness.limit())) {
            throw new AssertionError("The reference solution does not listen");
        }
    }

    /** What a service sends to the reference while that is stopped would slow it as soon as it is measured. */
    private void requireAloneWithReference() {
        if (readiness.isReferenceCalledByOthers() || (referenceWasQuiet && readiness.isReferenceCalled())) {
            throw new AssertionError(
                    "The service has called the port of the reference solution, which only the exam may call");
        }
    }

    /** While it runs, the reference takes note of connections that were closed. */
    private boolean isReferenceQuiet() {
        long start = System.nanoTime();
        while (readiness.isReferenceCalled()) {
            if (System.nanoTime() - start > QUIET.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        return true;
    }

    private void requireAlive(String target) {
        String how = serviceEnded;
        if (target.equals(SERVICE) && how != null) {
            throw new AssertionError("The service has ended by itself" + (how.isEmpty() ? "" : ", " + how));
        }
    }
}

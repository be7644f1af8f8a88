package dev.assay.runner.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Everything that happens in a pod, in one queue for the one thread that follows it. Bounded whatever a container prints: a
 * container that exceeds its allowance is reported once and then no longer listened to.
 */
public final class Mailbox implements PodListener {

    /** What happened in a pod. */
    public sealed interface Event {
        String container();

        /** A whole line on standard output. */
        record Line(String container, String text) implements Event {}

        /** Bytes on standard error; the receiver owns them. */
        @SuppressWarnings("ArrayRecordComponent")
        record Printed(String container, byte[] bytes) implements Event {}

        /** It printed more than it may. */
        record Exceeded(String container, int limitKiB) implements Event {}

        record Closed(String container) implements Event {}

        /** Something outside of the pod that its follower waits for. */
        record Noted(String container, Runnable action) implements Event {}
    }

    private static final int KIBI = 1024;

    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Map<String, Stream> lines = new ConcurrentHashMap<>();
    private final Map<String, Stream> prints = new ConcurrentHashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    /** From now on the container may say this much on each stream; what it has said is forgiven. */
    public void allow(String container, int lineKiB, int printKiB) {
        lines.put(container, new Stream(lineKiB));
        prints.put(container, new Stream(printKiB));
    }

    public Optional<Event> next(Duration atMost) {
        try {
            return Optional.ofNullable(events.poll(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SandboxFault.stopped(e);
        }
    }

    /** Runs the action on the following thread, in its turn. */
    public void post(Runnable action) {
        events.add(new Event.Noted("", action));
    }

    @Override
    public void standardOutput(String container, byte[] bytes) {
        Stream stream = lines.get(container);
        if (stream == null || !allowed(stream, container, bytes.length)) {
            return;
        }
        for (byte b : bytes) {
            if (b == '\n') {
                events.add(new Event.Line(container, stream.line.toString(StandardCharsets.UTF_8)));
                stream.line.reset();
            } else {
                stream.line.write(b);
            }
        }
    }

    @Override
    public void standardError(String container, byte[] bytes) {
        Stream stream = prints.get(container);
        if (stream != null && allowed(stream, container, bytes.length)) {
            events.add(new Event.Printed(container, bytes));
        }
    }

    /** Whether a container's streams have ended, be it that its follower has not come to that yet. */
    public boolean hasEnded(String container) {
        return ended.contains(container);
    }

    @Override
    public void closed(String container) {
        ended.add(container);
        events.add(new Event.Closed(container));
    }

    private boolean allowed(Stream stream, String container, int count) {
        if (stream.exceeded) {
            return false;
        }
        stream.count += count;
        if (stream.count > (long) stream.limitKiB * KIBI) {
            stream.exceeded = true;
            events.add(new Event.Exceeded(container, stream.limitKiB));
            return false;
        }
        return true;
    }

    /** Used by the one engine thread that reads the stream. */
    private static final class Stream {
        private final int limitKiB;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private long count;
        private boolean exceeded;

        Stream(int limitKiB) {
            this.limitKiB = limitKiB;
        }
    }
}

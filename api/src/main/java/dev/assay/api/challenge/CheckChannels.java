package dev.assay.api.challenge;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Carries the events of checks to those who watch, and repeats them from the start to a late watcher. */
@Component
public class CheckChannels {

    private static final int KEPT = 5_000;
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Map<String, Sinks.Many<CheckEvent>> channels = new ConcurrentHashMap<>();

    /** Never ends before {@link #close}; the watcher has to look at the upload after it began to follow. */
    public Flux<CheckEvent> follow(String uploadId) {
        return channel(uploadId).asFlux();
    }

    public void tell(String uploadId, CheckEvent event) {
        channel(uploadId).emitNext(event, Sinks.EmitFailureHandler.busyLooping(BUSY));
    }

    public void close(String uploadId) {
        Sinks.Many<CheckEvent> channel = channels.remove(uploadId);
        if (channel != null) {
            channel.emitNext(new CheckEvent.Done(), Sinks.EmitFailureHandler.busyLooping(BUSY));
            channel.emitComplete(Sinks.EmitFailureHandler.busyLooping(BUSY));
        }
    }

    private Sinks.Many<CheckEvent> channel(String uploadId) {
        return channels.computeIfAbsent(uploadId, id -> Sinks.many().replay().limit(KEPT));
    }
}

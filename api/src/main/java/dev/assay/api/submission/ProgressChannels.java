package dev.assay.api.submission;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Carries events from the judging threads to those who watch, and repeats them from the start to a late watcher. */
@Component
public class ProgressChannels {

    private static final int KEPT = 2_000;
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Map<String, Sinks.Many<CandidateEvent>> channels = new ConcurrentHashMap<>();

    /** Never ends before {@link #close}; the watcher has to look at the submission after it began to follow. */
    public Flux<CandidateEvent> follow(String submissionId) {
        return channel(submissionId).asFlux();
    }

    public void tell(String submissionId, CandidateEvent event) {
        channel(submissionId).emitNext(event, Sinks.EmitFailureHandler.busyLooping(BUSY));
    }

    public void close(String submissionId) {
        Sinks.Many<CandidateEvent> channel = channels.remove(submissionId);
        if (channel != null) {
            channel.emitNext(new CandidateEvent.Done(), Sinks.EmitFailureHandler.busyLooping(BUSY));
            channel.emitComplete(Sinks.EmitFailureHandler.busyLooping(BUSY));
        }
    }

    private Sinks.Many<CandidateEvent> channel(String submissionId) {
        return channels.computeIfAbsent(
                submissionId, id -> Sinks.many().replay().limit(KEPT));
    }
}

package dev.assay.api.attempt;

import dev.assay.api.startup.StartUp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends attempts whose time is up and hands in their items. That an attempt is over, and what is left to hand in, stands
 * in the attempt itself: whatever stops this program in between, it goes on at the next look.
 */
@Component
public class HandIns {

    private static final Logger log = LoggerFactory.getLogger(HandIns.class);

    /** An edit that came in time may still be on its way to the store. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Attempts attempts;
    private final Map<AttemptItem.Kind, ItemHandIn> byKind;
    private final Links links;
    private final StartUp startUp;
    private final Clock clock;

    HandIns(Attempts attempts, List<ItemHandIn> handIns, Links links, StartUp startUp, Clock clock) {
        this.attempts = attempts;
        this.byKind = handIns.stream().collect(Collectors.toMap(ItemHandIn::kind, Function.identity()));
        this.links = links;
        this.startUp = startUp;
        this.clock = clock;
    }

    /** Ends every attempt whose time is up, and finishes what an earlier end left undone. */
    @Scheduled(fixedDelayString = "${assay.attempt.poll-millis:1000}")
    Mono<Void> sweep() {
        return startUp.done().then(Mono.defer(this::endWhatIsDue)).then(Mono.defer(this::handInWhatIsLeft));
    }

    private Mono<Void> endWhatIsDue() {
        return attempts.dueAt(clock.instant().minus(GRACE))
                .concatMap(attempt -> attempts.change(attempt.id(), due -> due.endIfTimeIsUp(clock.instant())))
                .then();
    }

    private Mono<Void> handInWhatIsLeft() {
        return attempts.withHandInsLeft()
                .concatMap(attempt -> complete(attempt).onErrorResume(failure -> {
                    log.error("The attempt {} could not be handed in; it is tried again", attempt.id(), failure);
                    return Mono.empty();
                }))
                .then();
    }

    /** Hands in what is left of a finished attempt. */
    public Mono<Attempt> complete(Attempt finished) {
        return Flux.fromIterable(finished.items())
                .filter(item -> finished.toHandIn().contains(item.itemId()))
                .concatMap(item -> handIn(finished, item))
                .last(finished)
                .flatMap(completed -> links.finished(completed).thenReturn(completed));
    }

    private Mono<Attempt> handIn(Attempt attempt, AttemptItem item) {
        ItemHandIn handIn = byKind.get(item.kind());
        if (handIn == null) {
            return Mono.error(new IllegalStateException("Nothing hands in items of kind " + item.kind()));
        }
        return handIn.handIn(attempt, item)
                .then(Mono.defer(() -> attempts.change(attempt.id(), current -> current.handedIn(item.itemId()))));
    }
}

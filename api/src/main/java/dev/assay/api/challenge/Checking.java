package dev.assay.api.challenge;

import dev.assay.api.judging.OneAtATime;
import dev.assay.api.startup.StartUp;
import dev.assay.api.store.StoreAway;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Checks one upload after the other. */
@Component
public class Checking extends OneAtATime {

    private static final Logger log = LoggerFactory.getLogger(Checking.class);

    private final Uploads uploads;
    private final Uploading uploading;
    private final PackageChecks checks;
    private final CheckChannels channels;
    private final Clock clock;

    private volatile @Nullable String toldWaiting;

    Checking(
            Uploads uploads,
            Uploading uploading,
            PackageChecks checks,
            CheckChannels channels,
            StartUp startUp,
            Clock clock) {
        super(startUp);
        this.uploads = uploads;
        this.uploading = uploading;
        this.checks = checks;
        this.channels = channels;
        this.clock = clock;
    }

    /** Begins the next check when none goes on; does not wait for its end. */
    @Scheduled(fixedDelayString = "${assay.uploads.poll-millis:500}")
    Mono<Void> next() {
        return whenFree(() -> uploads.waiting(clock.instant(), 1).next().flatMap(this::checkWhenPossible));
    }

    /** Ends the check of an upload that is no longer wanted. */
    public void cancel(String uploadId) {
        end(uploadId);
        channels.close(uploadId);
    }

    private Mono<Void> checkWhenPossible(String id) {
        return checks.unavailableBecause()
                .doOnNext(why -> tellWaiting(id, why))
                .hasElement()
                .flatMap(unavailable -> unavailable ? Mono.empty() : Mono.fromRunnable(() -> begin(id)));
    }

    private void tellWaiting(String id, String why) {
        if (!(id + why).equals(toldWaiting)) {
            toldWaiting = id + why;
            log.warn("Uploads wait because nothing can be checked: {}", why);
            channels.tell(id, new CheckEvent.Waiting(why));
        }
    }

    private void begin(String id) {
        toldWaiting = null;
        begin(id, check(id).doOnNext(this::announce), "The upload " + id + " was not checked");
    }

    private Mono<Upload> check(String id) {
        return uploads.change(id, Upload::checking)
                .filter(Upload::waits)
                .doOnNext(upload -> channels.tell(id, new CheckEvent.Started()))
                .flatMap(upload -> uploading
                        .challenge(upload)
                        .flatMap(challenge -> Mono.fromCallable(
                                        () -> checks.check(challenge, event -> channels.tell(id, event)))
                                .subscribeOn(Schedulers.boundedElastic()))
                        .flatMap(found -> settle(uploads.change(id, now -> now.checked(found))))
                        .onErrorResume(failure -> faulted(id, failure)));
    }

    private Mono<Upload> faulted(String id, Throwable failure) {
        if (!isRunning()) {
            log.info("The check of {} was stopped with the program; it begins anew at the next start", id);
            return Mono.empty();
        }
        log.error("The upload {} could not be checked", id, failure);
        String because = failure instanceof SandboxFault fault
                ? fault.explanation()
                : "Something went wrong on our side. Upload the package again, or tell the people who run this installation.";
        return settle(uploads.change(id, upload -> upload.faulted(because, clock.instant())));
    }

    private static Mono<Upload> settle(Mono<Upload> change) {
        return change.retryWhen(StoreAway.again());
    }

    private void announce(Upload upload) {
        if (upload.waits()) {
            channels.tell(
                    upload.id(),
                    new CheckEvent.Waiting(
                            "The check was ended by a fault on our side, and is begun anew in a moment."));
        } else {
            channels.close(upload.id());
        }
    }
}

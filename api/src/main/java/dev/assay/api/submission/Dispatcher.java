package dev.assay.api.submission;

import dev.assay.api.attempt.PinnedPackages;
import dev.assay.api.startup.StartUp;
import dev.assay.api.store.StoreAway;
import dev.assay.challenge.Challenge;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Verdict;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Brings every submission without a judgement to the judge until it has one. What waits is read from the store each
 * time, so a restart, a full queue and an engine that was away all end the same way: it is offered again. Should one be
 * judged twice, the first judgement stored is the one that counts.
 */
@Component
public class Dispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final int AT_ONCE = 100;
    private static final Duration ENGINE_AWAY = Duration.ofSeconds(5);

    private final Submissions submissions;
    private final PinnedPackages packages;
    private final JudgingEngine engine;
    private final ProgressChannels progress;
    private final StartUp startUp;
    private final Clock clock;
    /** Submission id to whether its judgement has left the queue. */
    private final Map<String, Boolean> inFlight = new ConcurrentHashMap<>();

    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean running;

    Dispatcher(
            Submissions submissions,
            PinnedPackages packages,
            JudgingEngine engine,
            ProgressChannels progress,
            StartUp startUp,
            Clock clock) {
        this.submissions = submissions;
        this.packages = packages;
        this.engine = engine;
        this.progress = progress;
        this.startUp = startUp;
        this.clock = clock;
    }

    /** Looks at once whether something waits. */
    public void nudge() {
        dispatch().subscribe(nothing -> {}, failure -> log.error("Submissions could not be dispatched", failure));
    }

    public boolean isJudging(String submissionId) {
        return inFlight.getOrDefault(submissionId, false);
    }

    @Scheduled(fixedDelayString = "${assay.judging.poll-millis:500}")
    Mono<Void> dispatch() {
        return startUp.done().then(Mono.defer(() -> {
            if (!running || !busy.compareAndSet(false, true)) {
                return Mono.empty();
            }
            return waiting().flatMap(this::offerAll).doFinally(end -> busy.set(false));
        }));
    }

    private Mono<List<String>> waiting() {
        return submissions
                .waiting(clock.instant(), AT_ONCE + inFlight.size())
                .filter(id -> !inFlight.containsKey(id))
                .collectList()
                .filter(ids -> !ids.isEmpty());
    }

    private Mono<Void> offerAll(List<String> ids) {
        return unavailableBecause()
                .flatMap(reason -> reason.map(why -> postponeAll(ids, why)).orElseGet(() -> offerUntilFull(ids)));
    }

    private Mono<Optional<String>> unavailableBecause() {
        return engine.unavailableBecause().map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private Mono<Void> postponeAll(List<String> ids, String why) {
        log.warn("{} submissions wait because nothing can be judged: {}", ids.size(), why);
        return Flux.fromIterable(ids).concatMap(this::postpone).then();
    }

    private Mono<Void> postpone(String id) {
        progress.tell(id, new CandidateEvent.Delayed(CandidateEvent.ENGINE_AWAY));
        return submissions
                .change(id, submission -> submission.postponed(clock.instant().plus(ENGINE_AWAY)))
                .then();
    }

    private Mono<Void> offerUntilFull(List<String> ids) {
        return Flux.fromIterable(ids)
                .concatMap(this::offer)
                .takeWhile(taken -> taken)
                .then();
    }

    /** False when the queue is full. */
    private Mono<Boolean> offer(String id) {
        if (inFlight.putIfAbsent(id, false) != null) {
            return Mono.just(true);
        }
        return submissions
                .byId(id)
                .filter(Submission::waits)
                .flatMap(submission -> packages.challenge(submission.packageVersion())
                        .flatMap(challenge -> enqueue(submission, challenge))
                        .onErrorResume(failure -> unjudgeable(submission, failure)))
                .switchIfEmpty(Mono.fromSupplier(() -> {
                    inFlight.remove(id);
                    return true;
                }))
                // The store failed before anything was offered; else this one would never be looked at again.
                .doOnError(failure -> inFlight.remove(id));
    }

    private Mono<Boolean> enqueue(Submission submission, Challenge challenge) {
        return Mono.fromCallable(() -> {
                    JudgeRequest request = new JudgeRequest(
                            submission.id() + "-" + (submission.judgements().size() + 1),
                            challenge,
                            submission.environment(),
                            submission.files(),
                            submission.scope());
                    CandidateEvent.Filter filter = new CandidateEvent.Filter(submission.scope());
                    boolean taken = engine.queue().offer(request, event -> heard(submission.id(), filter, event));
                    if (!taken) {
                        inFlight.remove(submission.id());
                    }
                    return taken;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** One submission that cannot even be asked for must not hold up the others. */
    private Mono<Boolean> unjudgeable(Submission submission, Throwable failure) {
        log.error("The submission {} could not be given to the judge", submission.id(), failure);
        Judgement fault = Judgement.faulty(
                SandboxFault.Kind.RUNNER,
                "The submission could not be given to the judge. This is our fault and costs nothing.",
                0);
        return settle(submission.id(), fault).thenReturn(true);
    }

    private void heard(String id, CandidateEvent.Filter filter, JudgeEvent event) {
        if (event instanceof JudgeEvent.Done done) {
            settle(id, done.judgement())
                    .subscribe(
                            nothing -> nudge(),
                            // It still waits in the store, and is judged anew.
                            failure -> log.error("The judgement of {} could not be stored", id, failure));
            return;
        }
        if (!(event instanceof JudgeEvent.Queued || event instanceof JudgeEvent.Held)) {
            inFlight.replace(id, true);
        }
        filter.of(event).forEach(shown -> progress.tell(id, shown));
    }

    private Mono<Submission> settle(String id, Judgement judgement) {
        return outcome(id, judgement)
                .retryWhen(StoreAway.again())
                .doOnNext(this::announce)
                .doFinally(end -> inFlight.remove(id));
    }

    private Mono<Submission> outcome(String id, Judgement judgement) {
        if (judgement.verdict() != Verdict.JUDGE_ERROR) {
            return store(id, judgement);
        }
        if (!running) {
            log.info("The judgement of {} was stopped with the program; it is judged at the next start", id);
            return Mono.empty();
        }
        return unavailableBecause()
                .flatMap(reason -> reason.isPresent()
                        ? submissions.change(
                                id,
                                submission ->
                                        submission.postponed(clock.instant().plus(ENGINE_AWAY)))
                        : store(id, judgement));
    }

    private Mono<Submission> store(String id, Judgement judgement) {
        String judgementId = UUID.randomUUID().toString();
        Judgement kept = StoredJudgements.cut(judgement);
        return submissions.change(id, submission -> submission.judged(judgementId, kept, clock.instant()));
    }

    private void announce(Submission submission) {
        if (submission.waits()) {
            progress.tell(submission.id(), new CandidateEvent.Delayed(CandidateEvent.OUR_FAULT));
        } else {
            progress.close(submission.id());
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** From now on a fault is taken for the consequence of the stop. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

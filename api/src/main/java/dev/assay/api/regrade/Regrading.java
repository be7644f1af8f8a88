package dev.assay.api.regrade;

import dev.assay.api.attempt.PinnedPackages;
import dev.assay.api.judging.BackgroundJudge;
import dev.assay.api.judging.OneAtATime;
import dev.assay.api.startup.StartUp;
import dev.assay.api.store.StoreAway;
import dev.assay.api.submission.JudgingEngine;
import dev.assay.api.submission.StoredJudgements;
import dev.assay.api.submission.Submission;
import dev.assay.api.submission.Submissions;
import dev.assay.challenge.Challenge;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Makes the judgements of previews, one after the other and only while nobody's submission waits. */
@Component
class Regrading extends OneAtATime {

    private static final Logger log = LoggerFactory.getLogger(Regrading.class);

    private final Regrades regrades;
    private final Submissions submissions;
    private final PinnedPackages packages;
    private final JudgingEngine engine;
    private final Clock clock;

    Regrading(
            Regrades regrades,
            Submissions submissions,
            PinnedPackages packages,
            JudgingEngine engine,
            StartUp startUp,
            Clock clock) {
        super(startUp);
        this.regrades = regrades;
        this.submissions = submissions;
        this.packages = packages;
        this.engine = engine;
        this.clock = clock;
    }

    /** Begins the next judgement when none goes on; does not wait for its end. */
    @Scheduled(fixedDelayString = "${assay.regrade.poll-millis:300}")
    Mono<Void> next() {
        return whenFree(() -> regrades.judging().next().flatMap(this::beginWhenPossible));
    }

    private Mono<Void> beginWhenPossible(Regrade regrade) {
        return engine.unavailableBecause()
                .hasElement()
                .flatMap(unavailable -> unavailable
                        ? Mono.empty()
                        : Mono.justOrEmpty(regrade.next())
                                .flatMap(item -> Mono.fromRunnable(() -> begin(regrade, item))));
    }

    private void begin(Regrade regrade, Regrade.Item item) {
        begin(
                item.submissionId(),
                judge(regrade, item),
                "The submission " + item.submissionId() + " was not judged for the regrade " + regrade.id());
    }

    private Mono<Regrade> judge(Regrade regrade, Regrade.Item item) {
        return Mono.zip(submissions.byId(item.submissionId()), packages.challenge(regrade.toVersion()))
                .flatMap(found -> judge(regrade, found.getT1(), found.getT2()))
                .onErrorResume(failure -> {
                    log.error("The submission {} could not be judged anew", item.submissionId(), failure);
                    return settle(change(
                            regrade,
                            now -> now.faulted(
                                    item.submissionId(),
                                    Judgement.faulty(
                                            SandboxFault.Kind.RUNNER, "Something went wrong on our side.", 0))));
                });
    }

    private Mono<Regrade> judge(Regrade regrade, Submission submission, Challenge challenge) {
        if (!challenge.environments().contains(submission.environment())) {
            return settle(change(
                    regrade,
                    now -> now.left(
                            submission.id(), "The new version has no environment " + submission.environment() + ".")));
        }
        JudgeRequest request = new JudgeRequest(
                submission.id() + "-regrade-" + regrade.id(),
                challenge,
                submission.environment(),
                submission.files(),
                Scope.ALL);
        return Mono.fromCallable(() -> new BackgroundJudge(engine.queue()).judge(request, event -> {}))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(judgement -> outcome(regrade, submission, judgement));
    }

    private Mono<Regrade> outcome(Regrade regrade, Submission submission, Judgement judgement) {
        if (judgement.fault() == SandboxFault.Kind.STOPPED || !isRunning()) {
            return Mono.empty();
        }
        if (judgement.verdict() == Verdict.JUDGE_ERROR) {
            return settle(change(regrade, now -> now.faulted(submission.id(), judgement)));
        }
        Regrades.Kept kept = new Regrades.Kept(
                UUID.randomUUID().toString(),
                regrade.organizationId(),
                submission.id(),
                clock.instant(),
                StoredJudgements.cut(judgement));
        return settle(regrades.keep(kept)
                .then(Mono.defer(
                        () -> change(regrade, now -> now.judged(submission.id(), kept.judgementId(), judgement)))));
    }

    private Mono<Regrade> change(Regrade regrade, UnaryOperator<Regrade> change) {
        return regrades.change(regrade.organizationId(), regrade.id(), change);
    }

    private static Mono<Regrade> settle(Mono<Regrade> change) {
        return change.retryWhen(StoreAway.again());
    }
}

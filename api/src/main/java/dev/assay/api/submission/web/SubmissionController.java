package dev.assay.api.submission.web;

import dev.assay.api.access.CurrentCandidate;
import dev.assay.api.attempt.CandidateAttempts;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Page;
import dev.assay.api.submission.CandidateEvent;
import dev.assay.api.submission.Dispatcher;
import dev.assay.api.submission.ProgressChannels;
import dev.assay.api.submission.Submission;
import dev.assay.api.submission.Submissions;
import dev.assay.api.submission.Submitting;
import dev.assay.runner.judging.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/attempt")
class SubmissionController {

    /** The latest; each can carry large logs. */
    private static final int LISTED = 50;

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** When a hidden test ended is told no more exactly than this; a service could speak through its delays. */
    private static final Duration COARSE = Duration.ofMillis(500);

    private final CandidateAttempts attempts;
    private final Submitting submitting;
    private final Submissions submissions;
    private final Dispatcher dispatcher;
    private final ProgressChannels progress;

    SubmissionController(
            CandidateAttempts attempts,
            Submitting submitting,
            Submissions submissions,
            Dispatcher dispatcher,
            ProgressChannels progress) {
        this.attempts = attempts;
        this.submitting = submitting;
        this.submissions = submissions;
        this.dispatcher = dispatcher;
        this.progress = progress;
    }

    @PostMapping("/items/{itemId}/runs")
    Mono<SubmissionView> run(
            @AuthenticationPrincipal CurrentCandidate candidate,
            @PathVariable String itemId,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String idempotencyKey) {
        return create(candidate, itemId, Scope.VISIBLE, idempotencyKey);
    }

    @PostMapping("/items/{itemId}/submissions")
    Mono<SubmissionView> submit(
            @AuthenticationPrincipal CurrentCandidate candidate,
            @PathVariable String itemId,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String idempotencyKey) {
        return create(candidate, itemId, Scope.ALL, idempotencyKey);
    }

    @GetMapping("/items/{itemId}/submissions")
    Mono<Page<SubmissionView>> ofItem(
            @AuthenticationPrincipal CurrentCandidate candidate, @PathVariable String itemId) {
        return attempts.started(candidate, itemId)
                .flatMapMany(found -> submissions.ofItem(
                        found.attempt().organizationId(), found.attempt().id(), itemId, LISTED))
                .map(this::view)
                .collectList()
                .map(Page::whole);
    }

    @GetMapping("/submissions/{id}")
    Mono<SubmissionView> submission(@AuthenticationPrincipal CurrentCandidate candidate, @PathVariable String id) {
        return find(candidate, id).map(this::view);
    }

    /** Named events; {@code done} carries the submission and is the last. */
    @GetMapping(path = "/submissions/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> events(@AuthenticationPrincipal CurrentCandidate candidate, @PathVariable String id) {
        return find(candidate, id).flatMapMany(found -> found.waits() ? follow(found) : done(found));
    }

    private Mono<SubmissionView> create(
            CurrentCandidate candidate, String itemId, Scope scope, @Nullable String idempotencyKey) {
        IdempotencyKey.Used used = IdempotencyKey.of(idempotencyKey)
                .usedFor("attempt/" + candidate.attemptId() + "/" + itemId + "/" + scope, "");
        return attempts.started(candidate, itemId)
                .flatMap(found -> submitting.byCandidate(found.attempt(), found.item(), scope, used.key()))
                .doOnNext(created -> dispatcher.nudge())
                .map(this::view);
    }

    private Mono<Submission> find(CurrentCandidate candidate, String id) {
        return submissions
                .byId(candidate.organizationId(), candidate.attemptId(), id)
                .switchIfEmpty(Mono.error(
                        () -> ProblemType.NOT_FOUND.because("Your attempt has no submission with this id.")));
    }

    private SubmissionView view(Submission submission) {
        return SubmissionView.of(submission, dispatcher.isJudging(submission.id()));
    }

    private Flux<ServerSentEvent<Object>> follow(Submission submission) {
        Flux<CandidateEvent> told = progress.follow(submission.id());
        Flux<CandidateEvent> shown = submission.scope() == Scope.ALL
                ? told.buffer(COARSE).flatMapIterable(SubmissionController::coarse)
                : told;
        Flux<ServerSentEvent<Object>> events = shown.concatMap(event -> sse(submission, event));
        return events.mergeWith(judgedMeanwhile(submission))
                .mergeWith(Flux.interval(HEARTBEAT).map(beat -> comment()))
                .takeUntil(event -> "done".equals(event.event()));
    }

    /** The judgement could have come between the look at the store and the following. */
    private Flux<ServerSentEvent<Object>> judgedMeanwhile(Submission submission) {
        return submissions
                .byId(submission.id())
                .filter(now -> !now.waits())
                .doOnNext(now -> progress.close(now.id()))
                .flatMapMany(this::done);
    }

    private Flux<ServerSentEvent<Object>> done(Submission submission) {
        return Flux.just(event("done", view(submission)));
    }

    private Flux<ServerSentEvent<Object>> sse(Submission submission, CandidateEvent event) {
        return switch (event) {
            case CandidateEvent.Queued queued -> Flux.just(event("queued", queued));
            case CandidateEvent.Image image -> Flux.just(event("image", image));
            case CandidateEvent.Building building -> Flux.just(event("building", building));
            case CandidateEvent.BuildOutput output -> Flux.just(event("buildOutput", output));
            case CandidateEvent.Starting starting -> Flux.just(event("starting", starting));
            case CandidateEvent.Examining examining -> Flux.just(event("examining", examining));
            case CandidateEvent.Test test -> Flux.just(event("test", test));
            case CandidateEvent.Progress counted -> Flux.just(event("progress", counted));
            case CandidateEvent.Delayed delayed -> Flux.just(event("delayed", delayed));
            case CandidateEvent.Done done -> submissions.byId(submission.id()).flatMapMany(this::done);
        };
    }

    /** Of the counts that came in one moment only the last. */
    private static List<CandidateEvent> coarse(List<CandidateEvent> moment) {
        List<CandidateEvent> shown = new ArrayList<>();
        for (int i = 0; i < moment.size(); i++) {
            boolean counted = moment.get(i) instanceof CandidateEvent.Progress;
            boolean countedAgain =
                    moment.subList(i + 1, moment.size()).stream().anyMatch(CandidateEvent.Progress.class::isInstance);
            if (!counted || !countedAgain) {
                shown.add(moment.get(i));
            }
        }
        return shown;
    }

    private static ServerSentEvent<Object> event(String name, Object data) {
        return ServerSentEvent.builder(data).event(name).build();
    }

    private static ServerSentEvent<Object> comment() {
        return ServerSentEvent.builder().comment("still here").build();
    }
}

package dev.assay.api.regrade.web;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.regrade.Previewing;
import dev.assay.api.regrade.Regrade;
import dev.assay.api.regrade.Regrades;
import dev.assay.api.rest.Page;
import dev.assay.api.rest.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/regrades")
class RegradeController {

    private final Previewing previewing;
    private final Regrades regrades;
    private final Clock clock;

    RegradeController(Previewing previewing, Regrades regrades, Clock clock) {
        this.previewing = previewing;
        this.regrades = regrades;
        this.clock = clock;
    }

    record RegradeDraft(
            @NotBlank(message = "must be the id of a challenge")
            String challengeId) {}

    /**
     * @param toVersion content hash of the version that is judged against
     * @param judged how many of the submissions have been judged, or cannot be
     */
    record RegradeSummary(
            String id,
            String challengeId,
            String title,
            String toVersion,
            String createdBy,
            Instant createdAt,
            Regrade.State state,
            @Nullable Instant appliedAt,
            int judged,
            int submissions) {

        static RegradeSummary of(Regrade regrade) {
            return new RegradeSummary(
                    regrade.id(),
                    regrade.challengeId(),
                    regrade.title(),
                    regrade.toVersion(),
                    regrade.createdBy(),
                    regrade.createdAt(),
                    regrade.state(),
                    regrade.appliedAt(),
                    (int) regrade.items().stream()
                            .filter(item -> item.after() != null || item.left() != null)
                            .count(),
                    regrade.items().size());
        }
    }

    /** Who would be regraded to what. */
    record RegradePreview(RegradeSummary regrade, List<RegradedSubmission> submissions) {

        static RegradePreview of(Regrade regrade) {
            return new RegradePreview(
                    RegradeSummary.of(regrade),
                    regrade.items().stream().map(RegradedSubmission::of).toList());
        }
    }

    /**
     * @param before what counted when the preview was begun
     * @param after null until it is judged, and when it cannot be
     * @param left why the submission is left as it is
     */
    record RegradedSubmission(
            String submissionId,
            String attemptId,
            String candidateName,
            String fromVersion,
            Regrade.Outcome before,
            Regrade.@Nullable Outcome after,
            @Nullable String left) {

        static RegradedSubmission of(Regrade.Item item) {
            return new RegradedSubmission(
                    item.submissionId(),
                    item.attemptId(),
                    item.candidateName(),
                    item.fromVersion(),
                    item.before(),
                    item.after(),
                    item.left());
        }
    }

    /** Begins a preview of the version that is on offer, or answers the one that is being made. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RegradePreview> begin(@AuthenticationPrincipal CurrentMember me, @Valid @RequestBody RegradeDraft request) {
        return previewing.begin(me, request.challengeId()).map(RegradePreview::of);
    }

    @GetMapping
    Mono<Page<RegradeSummary>> list(
            @AuthenticationPrincipal CurrentMember me,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Paging paging = Paging.of(cursor, limit);
        return regrades.page(me.organizationId(), paging)
                .map(found -> paging.page(found, Regrade::id, RegradeSummary::of));
    }

    @GetMapping("/{id}")
    Mono<RegradePreview> one(@AuthenticationPrincipal CurrentMember me, @PathVariable String id) {
        return regrades.byId(me.organizationId(), id)
                .switchIfEmpty(Mono.error(RegradeController::unknown))
                .map(RegradePreview::of);
    }

    /** From now on the new judgements count, for all candidates at once. */
    @PostMapping("/{id}/apply")
    Mono<RegradePreview> apply(@AuthenticationPrincipal CurrentMember me, @PathVariable String id) {
        return regrades.change(me.organizationId(), id, regrade -> {
                    if (regrade.state() == Regrade.State.JUDGING) {
                        throw ProblemType.REGRADE_NOT_READY.because(
                                "The preview is not whole yet. Apply it when every submission is judged.");
                    }
                    return requireNotDiscarded(regrade).applied(clock.instant());
                })
                .switchIfEmpty(Mono.error(RegradeController::unknown))
                .map(RegradePreview::of);
    }

    /** What counted before counts again, for all candidates at once. */
    @PostMapping("/{id}/undo")
    Mono<RegradePreview> undo(@AuthenticationPrincipal CurrentMember me, @PathVariable String id) {
        return regrades.change(me.organizationId(), id, regrade -> {
                    if (regrade.state() != Regrade.State.APPLIED && regrade.state() != Regrade.State.UNDONE) {
                        throw ProblemType.REGRADE_NOT_READY.because(
                                "This was never applied, so there is nothing to undo.");
                    }
                    return regrade.undone();
                })
                .switchIfEmpty(Mono.error(RegradeController::unknown))
                .map(RegradePreview::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> discard(@AuthenticationPrincipal CurrentMember me, @PathVariable String id) {
        return regrades.change(me.organizationId(), id, regrade -> {
                    if (regrade.appliedAt() != null) {
                        throw ProblemType.REGRADE_NOT_READY.because(
                                "This was applied, and stays as a part of the history. Undo it instead.");
                    }
                    return regrade.discarded();
                })
                .switchIfEmpty(Mono.error(RegradeController::unknown))
                .then();
    }

    private static Regrade requireNotDiscarded(Regrade regrade) {
        if (regrade.state() == Regrade.State.DISCARDED) {
            throw unknown();
        }
        return regrade;
    }

    private static ProblemException unknown() {
        return ProblemType.NOT_FOUND.because("There is no regrade with this id. Open it from the page of challenges.");
    }
}

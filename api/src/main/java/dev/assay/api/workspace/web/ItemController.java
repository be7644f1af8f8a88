package dev.assay.api.workspace.web;

import dev.assay.api.access.CurrentCandidate;
import dev.assay.api.attempt.AttemptItem;
import dev.assay.api.attempt.CandidateAttempts;
import dev.assay.api.attempt.CandidateAttempts.WithItem;
import dev.assay.api.attempt.PinnedPackages;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.workspace.Edit;
import dev.assay.api.workspace.Receipt;
import dev.assay.api.workspace.TaskOpened;
import dev.assay.api.workspace.Workspaces;
import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/attempt/items/{itemId}")
class ItemController {

    private final CandidateAttempts attempts;
    private final Workspaces workspaces;
    private final PinnedPackages packages;
    private final ApplicationEventPublisher events;

    ItemController(
            CandidateAttempts attempts,
            Workspaces workspaces,
            PinnedPackages packages,
            ApplicationEventPublisher events) {
        this.attempts = attempts;
        this.workspaces = workspaces;
        this.packages = packages;
        this.events = events;
    }

    record EnvironmentChoice(@NotNull String environment) {}

    /** Either a text or {@code deleted: true}. */
    record EditRequest(
            @NotNull @Pattern(regexp = UUID, message = "must be a UUID")
            String editId,

            @PositiveOrZero long baseRevision,
            @NotNull @Size(max = 1000) String path,
            @Nullable String text,
            @Nullable Boolean deleted) {

        static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

        Edit edit() {
            boolean deletion = Boolean.TRUE.equals(deleted);
            if (deletion && text == null) {
                return new Edit.Delete(editId, baseRevision, path);
            }
            if (!deletion && text != null) {
                return new Edit.Write(editId, baseRevision, path, text);
            }
            throw ProblemType.INVALID.at("text", "must be given, or else deleted must be true; never both");
        }
    }

    @GetMapping
    Mono<ItemDetail> item(@AuthenticationPrincipal CurrentCandidate candidate, @PathVariable String itemId) {
        return attempts.started(candidate, itemId).flatMap(this::detail);
    }

    @PutMapping("/environment")
    Mono<WorkspaceView> choose(
            @AuthenticationPrincipal CurrentCandidate candidate,
            @PathVariable String itemId,
            @Valid @RequestBody EnvironmentChoice choice) {
        return attempts.started(candidate, itemId)
                .flatMap(found -> workspaces
                        .choose(found.attempt(), found.item(), choice.environment())
                        .map(WorkspaceView::of)
                        .delayUntil(workspace -> packages.challenge(found.item().packageVersion())
                                .doOnNext(challenge -> opened(challenge, workspace))));
    }

    @PostMapping("/edits")
    Mono<Receipt> edit(
            @AuthenticationPrincipal CurrentCandidate candidate,
            @PathVariable String itemId,
            @Valid @RequestBody EditRequest request) {
        return attempts.started(candidate, itemId)
                .flatMap(found -> workspaces.edit(found.attempt(), found.item(), request.edit()));
    }

    private Mono<ItemDetail> detail(WithItem found) {
        Mono<WorkspaceView> workspace =
                workspaces.current(found.attempt(), found.item()).map(WorkspaceView::of);
        AttemptItem item = found.item();
        return switch (item.kind()) {
            case CHALLENGE ->
                Mono.zip(packages.challenge(item.packageVersion()), workspace)
                        .doOnNext(both -> opened(both.getT1(), both.getT2()))
                        .map(both -> coding(item, both.getT1(), both.getT2()));
            case EXERCISE ->
                Mono.zip(packages.exercise(item.packageVersion()), workspace)
                        .map(both -> design(item, both.getT1(), both.getT2()));
        };
    }

    private void opened(Challenge challenge, WorkspaceView workspace) {
        String environment = workspace.environment();
        if (environment != null) {
            events.publishEvent(new TaskOpened(challenge, environment));
        }
    }

    private static ItemDetail coding(AttemptItem item, Challenge challenge, WorkspaceView workspace) {
        List<ItemDetail.CategoryShare> categories = challenge.categories().entrySet().stream()
                .map(category -> new ItemDetail.CategoryShare(category.getKey(), category.getValue()))
                .toList();
        return new ItemDetail(
                item.itemId(),
                item.kind(),
                item.title(),
                challenge.statement(),
                challenge.port(),
                item.environments(),
                categories,
                ItemDetail.ItemLimits.of(challenge.limits()),
                null,
                null,
                null,
                null,
                workspace);
    }

    private static ItemDetail design(AttemptItem item, Exercise exercise, WorkspaceView workspace) {
        return new ItemDetail(
                item.itemId(),
                item.kind(),
                item.title(),
                null,
                null,
                item.environments(),
                null,
                null,
                exercise.brief(),
                exercise.givens(),
                exercise.sections(),
                exercise.rubric().criteria().stream()
                        .map(criterion -> new ItemDetail.CriterionOutline(
                                criterion.title(), criterion.question(), criterion.weight()))
                        .toList(),
                workspace);
    }
}

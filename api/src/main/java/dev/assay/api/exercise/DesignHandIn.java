package dev.assay.api.exercise;

import dev.assay.api.attempt.Attempt;
import dev.assay.api.attempt.AttemptItem;
import dev.assay.api.attempt.ItemHandIn;
import dev.assay.api.attempt.PinnedPackages;
import dev.assay.api.workspace.Workspace;
import dev.assay.api.workspace.WorkspaceTemplate;
import dev.assay.api.workspace.Workspaces;
import dev.assay.challenge.Exercise;
import dev.assay.challenge.SourceFiles;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Freezes a design answer as it stands when its attempt is over. */
@Component
class DesignHandIn implements ItemHandIn {

    private final Workspaces workspaces;
    private final PinnedPackages packages;
    private final Answers answers;
    private final Clock clock;

    DesignHandIn(Workspaces workspaces, PinnedPackages packages, Answers answers, Clock clock) {
        this.workspaces = workspaces;
        this.packages = packages;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public AttemptItem.Kind kind() {
        return AttemptItem.Kind.EXERCISE;
    }

    @Override
    public Mono<Void> handIn(Attempt attempt, AttemptItem item) {
        return Mono.zip(workspaces.seal(attempt, item), packages.exercise(item.packageVersion()))
                .map(found -> answer(attempt, item, found.getT1(), found.getT2()))
                .flatMap(answers::freeze)
                .then();
    }

    private Answer answer(Attempt attempt, AttemptItem item, Workspace workspace, Exercise exercise) {
        SourceFiles files = workspace.snapshot();
        List<Answer.Section> sections = exercise.sections().stream()
                .map(section -> new Answer.Section(
                        section.id(),
                        section.title(),
                        files.text(WorkspaceTemplate.pathOf(section)).orElse("")))
                .toList();
        return new Answer(
                UUID.randomUUID().toString(),
                attempt.organizationId(),
                attempt.id(),
                item.itemId(),
                item.packageVersion(),
                exercise.title(),
                attempt.names().assessmentTitle(),
                sections,
                workspace.revision(),
                Objects.requireNonNullElseGet(attempt.finishedAt(), clock::instant));
    }
}

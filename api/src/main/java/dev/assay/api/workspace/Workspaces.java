package dev.assay.api.workspace;

import dev.assay.api.attempt.Attempt;
import dev.assay.api.attempt.AttemptItem;
import dev.assay.api.attempt.PinnedPackages;
import dev.assay.api.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Workspaces as their logs say. Time and state are checked before an append; the seal of the log decides the rest: an
 * edit that was acknowledged stands before the seal and is in the hand-in, and one that comes later finds its revision
 * taken and is refused.
 */
@Service
public class Workspaces {

    private static final int RACES = 50;

    private final EditLog log;
    private final PinnedPackages packages;
    private final Clock clock;
    private final ReplayedWorkspaces replayed = new ReplayedWorkspaces();

    public Workspaces(EditLog log, PinnedPackages packages, Clock clock) {
        this.log = log;
        this.packages = packages;
        this.clock = clock;
    }

    /** With everything that was acknowledged before the call. */
    public Mono<Workspace> current(Attempt attempt, AttemptItem item) {
        return template(item).flatMap(template -> replay(key(attempt, item), template));
    }

    /** A repeated edit id answers the receipt of the first time, whatever became of the attempt since. */
    public Mono<Receipt> edit(Attempt attempt, AttemptItem item, Edit edit) {
        WorkspaceKey key = key(attempt, item);
        return template(item)
                .flatMap(template -> append(attempt, key, template, workspace -> workspace.decide(edit, now())))
                .onErrorResume(refused -> log.byEditId(key, edit.editId()).switchIfEmpty(Mono.error(refused)))
                .doOnNext(event -> requireSame(edit, event))
                .map(Receipt::of);
    }

    public Mono<Workspace> choose(Attempt attempt, AttemptItem item, String environment) {
        WorkspaceKey key = key(attempt, item);
        String editId = UUID.randomUUID().toString();
        return template(item)
                .flatMap(template -> replay(key, template)
                        .filter(workspace -> isChosen(attempt, workspace, environment))
                        .switchIfEmpty(append(
                                        attempt,
                                        key,
                                        template,
                                        workspace -> workspace.decideEnvironment(editId, environment, now()))
                                .then(replay(key, template))));
    }

    /** Closes the log, however often it is called, and answers what it closed over. */
    public Mono<Workspace> seal(Attempt attempt, AttemptItem item) {
        WorkspaceKey key = key(attempt, item);
        return template(item)
                .flatMap(template -> Mono.defer(() -> replay(key, template))
                        .flatMap(workspace -> workspace.sealed() ? Mono.just(workspace) : appendSeal(key, workspace))
                        .retryWhen(whenRevisionIsTaken()));
    }

    private Mono<Workspace> appendSeal(WorkspaceKey key, Workspace workspace) {
        WorkspaceEvent seal = new WorkspaceEvent.Seal(workspace.revision() + 1, now());
        return log.append(key, seal)
                .flatMap(appended -> appended ? Mono.just(workspace.apply(seal)) : Mono.error(new RevisionTaken()));
    }

    private Mono<WorkspaceEvent> append(
            Attempt attempt,
            WorkspaceKey key,
            WorkspaceTemplate template,
            Function<Workspace, WorkspaceEvent> decision) {
        return Mono.defer(() -> replay(key, template))
                .flatMap(workspace -> {
                    attempt.requireAccepting(now());
                    WorkspaceEvent event = decision.apply(workspace);
                    return log.append(key, event).flatMap(appended -> appended ? Mono.just(event) : taken(key, event));
                })
                .retryWhen(whenRevisionIsTaken());
    }

    /** Either the edit id is taken, and no new decision would change that, or the revision is. */
    private Mono<WorkspaceEvent> taken(WorkspaceKey key, WorkspaceEvent event) {
        return log.byEditId(key, event.editId()).switchIfEmpty(Mono.error(RevisionTaken::new));
    }

    /** A receipt for a text that was not stored would be a lie. */
    private static void requireSame(Edit edit, WorkspaceEvent stored) {
        boolean same = switch (edit) {
            case Edit.Write write ->
                stored instanceof WorkspaceEvent.WriteFile before
                        && before.path().equals(write.path())
                        && before.text().equals(write.text());
            case Edit.Delete delete ->
                stored instanceof WorkspaceEvent.DeleteFile before
                        && before.path().equals(delete.path());
        };
        if (!same) {
            throw ProblemType.IDEMPOTENCY_MISMATCH.at(
                    "editId", "was used before for another edit, which is stored; this one is not. Use a new id.");
        }
    }

    private boolean isChosen(Attempt attempt, Workspace workspace, String environment) {
        attempt.requireAccepting(now());
        if (workspace.sealed()) {
            throw Attempt.over();
        }
        return workspace.environment().equals(environment)
                && workspace.template().environments().contains(environment);
    }

    private Mono<Workspace> replay(WorkspaceKey key, WorkspaceTemplate template) {
        return Mono.defer(() -> {
            Workspace known = replayed.get(key).orElseGet(() -> Workspace.opened(template));
            return log.after(key, known.revision())
                    .reduce(known, Workspace::apply)
                    .doOnNext(workspace -> replayed.put(key, workspace));
        });
    }

    private Mono<WorkspaceTemplate> template(AttemptItem item) {
        return switch (item.kind()) {
            case CHALLENGE -> packages.challenge(item.packageVersion()).map(WorkspaceTemplate::of);
            case EXERCISE -> packages.exercise(item.packageVersion()).map(WorkspaceTemplate::of);
        };
    }

    private Instant now() {
        return clock.instant();
    }

    private static Retry whenRevisionIsTaken() {
        return Retry.backoff(RACES, Duration.ofMillis(1))
                .maxBackoff(Duration.ofMillis(20))
                .filter(RevisionTaken.class::isInstance)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }

    private static WorkspaceKey key(Attempt attempt, AttemptItem item) {
        return new WorkspaceKey(attempt.organizationId(), attempt.id(), item.itemId());
    }

    /** Another was faster; what it wrote has to be seen before a new decision. */
    private static final class RevisionTaken extends RuntimeException {
        RevisionTaken() {
            super("The revision was taken meanwhile", null, false, false);
        }
    }
}

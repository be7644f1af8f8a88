package dev.assay.api.submission;

import dev.assay.api.attempt.Attempt;
import dev.assay.api.attempt.AttemptItem;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.workspace.Workspace;
import dev.assay.api.workspace.Workspaces;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Freezes a workspace into a submission: when the candidate asks for it, and when the attempt ends. */
@Service
public class Submitting {

    private final Workspaces workspaces;
    private final Submissions submissions;
    private final Clock clock;

    public Submitting(Workspaces workspaces, Submissions submissions, Clock clock) {
        this.workspaces = workspaces;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** A repeated key answers the submission it made, whatever became of the attempt since. */
    public Mono<Submission> byCandidate(Attempt attempt, AttemptItem item, Scope scope, String idempotencyKey) {
        if (item.kind() != AttemptItem.Kind.CHALLENGE) {
            return Mono.error(ProblemType.NOT_FOUND.because(
                    "A design answer is not judged; it is handed in as it stands when the attempt ends."));
        }
        return submissions
                .byKey(attempt.organizationId(), attempt.id(), idempotencyKey)
                .switchIfEmpty(Mono.defer(() -> {
                    attempt.requireAccepting(clock.instant());
                    return workspaces
                            .current(attempt, item)
                            .map(Submitting::requireOpen)
                            .map(workspace -> frozen(
                                    attempt, item, workspace, Submission.Origin.CANDIDATE, scope, idempotencyKey))
                            .flatMap(submissions::create);
                }));
    }

    /** What differs from the last submission, or was never submitted, is submitted; an untouched starter is not. */
    Mono<Void> atTheEnd(Attempt attempt, AttemptItem item) {
        return workspaces
                .seal(attempt, item)
                .filterWhen(workspace -> isLeftOver(attempt, item, workspace))
                .map(workspace -> frozen(
                        attempt, item, workspace, Submission.Origin.HAND_IN, Scope.ALL, "hand-in/" + item.itemId()))
                .flatMap(submissions::create)
                .then();
    }

    private Mono<Boolean> isLeftOver(Attempt attempt, AttemptItem item, Workspace workspace) {
        String hash = workspace.snapshot().contentHash();
        return submissions
                .lastOf(attempt.organizationId(), attempt.id(), item.itemId())
                .map(last -> !last.holds(workspace.environment(), hash))
                .defaultIfEmpty(workspace.touched());
    }

    private static Workspace requireOpen(Workspace workspace) {
        if (workspace.sealed()) {
            throw Attempt.over();
        }
        return workspace;
    }

    private Submission frozen(
            Attempt attempt,
            AttemptItem item,
            Workspace workspace,
            Submission.Origin origin,
            Scope scope,
            String idempotencyKey) {
        SourceFiles files = workspace.snapshot();
        Instant now = clock.instant();
        return new Submission(
                UUID.randomUUID().toString(),
                attempt.organizationId(),
                attempt.id(),
                item.itemId(),
                origin,
                scope,
                item.packageVersion(),
                workspace.environment(),
                files,
                files.contentHash(),
                workspace.revision(),
                idempotencyKey,
                now,
                now,
                List.of(),
                null,
                1);
    }
}

package dev.assay.api.submission;

import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A frozen snapshot of a workspace, handed in for judging. Judgements are only ever added; one of them is the current
 * one.
 *
 * @param origin who handed it in
 * @param revision of the workspace that was frozen
 * @param idempotencyKey the client's; a repeated request finds the submission it made
 * @param nextTryAt before that it is not judged again
 * @param current the id of the judgement that counts; null while it waits
 * @param version counts the writes
 */
public record Submission(
        String id,
        String organizationId,
        String attemptId,
        String itemId,
        Origin origin,
        Scope scope,
        String packageVersion,
        String environment,
        SourceFiles files,
        String contentHash,
        long revision,
        String idempotencyKey,
        Instant createdAt,
        Instant nextTryAt,
        List<Judged> judgements,
        @Nullable String current,
        long version) {

    /**
     * A fault of ours is tried again so often before it is shown as the judgement. Each of these tries is several of the
     * runner's, within seconds; ours are for what lasts longer, and outlive a restart of the program.
     */
    public static final int MAX_FAULTS = 3;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final int WAIT_FACTOR = 6;

    public enum Origin {
        CANDIDATE,
        /** By the platform, when the attempt ended. */
        HAND_IN
    }

    /** One judgement of this submission, immutable. */
    public record Judged(String judgementId, Instant at, Judgement judgement) {}

    public Submission {
        judgements = List.copyOf(judgements);
    }

    public Optional<Judgement> judgement() {
        return judgements.stream()
                .filter(judged -> judged.judgementId().equals(current))
                .map(Judged::judgement)
                .findFirst();
    }

    public boolean waits() {
        return current == null;
    }

    public boolean holds(String otherEnvironment, String otherHash) {
        return environment.equals(otherEnvironment) && contentHash.equals(otherHash);
    }

    /**
     * Takes a judgement. A fault of ours is kept, and the submission waits for another try, until it has happened
     * {@value #MAX_FAULTS} times; not when the package is at fault, which stays as it is. A submission that has its judgement stays as it is.
     */
    public Submission judged(String judgementId, Judgement judgement, Instant now) {
        if (!waits()) {
            return this;
        }
        List<Judged> more = new ArrayList<>(judgements);
        more.add(new Judged(judgementId, now, judgement));
        int faults = more.size();
        boolean again = judgement.verdict() == Verdict.JUDGE_ERROR
                && judgement.fault() != SandboxFault.Kind.PACKAGE
                && faults < MAX_FAULTS;
        return again
                ? changed(now.plus(FIRST_WAIT.multipliedBy((long) Math.pow(WAIT_FACTOR, faults - 1))), more, null)
                : changed(nextTryAt, more, judgementId);
    }

    /** Puts the next try off without counting a fault. */
    public Submission postponed(Instant until) {
        return waits() ? changed(until, judgements, null) : this;
    }

    private Submission changed(Instant newNextTryAt, List<Judged> newJudgements, @Nullable String newCurrent) {
        return new Submission(
                id,
                organizationId,
                attemptId,
                itemId,
                origin,
                scope,
                packageVersion,
                environment,
                files,
                contentHash,
                revision,
                idempotencyKey,
                createdAt,
                newNextTryAt,
                newJudgements,
                newCurrent,
                version + 1);
    }
}

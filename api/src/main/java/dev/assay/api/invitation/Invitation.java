package dev.assay.api.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One candidate's link to an assessment. Its state follows from what happened and from the time.
 *
 * @param timeMultiplier 1.0 to 3.0; how much more time than the assessment gives
 * @param attemptId once the link was opened
 */
public record Invitation(
        String id,
        String organizationId,
        String assessmentId,
        String candidateName,
        String candidateEmail,
        double timeMultiplier,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String attemptId,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant revokedAt) {

    public static final double LOWEST_MULTIPLIER = 1.0;
    public static final double HIGHEST_MULTIPLIER = 3.0;

    public enum State {
        PENDING,
        RUNNING,
        FINISHED,
        EXPIRED,
        REVOKED
    }

    public Invitation {
        if (timeMultiplier < LOWEST_MULTIPLIER || timeMultiplier > HIGHEST_MULTIPLIER) {
            throw new IllegalArgumentException("The time multiplier is " + timeMultiplier + "; allowed is 1.0 to 3.0");
        }
    }

    /** A started attempt goes on, whatever the expiry of the link says. */
    public State stateAt(Instant now) {
        if (finishedAt != null) {
            return State.FINISHED;
        }
        if (revokedAt != null) {
            return State.REVOKED;
        }
        if (startedAt != null) {
            return State.RUNNING;
        }
        return now.isBefore(expiresAt) ? State.PENDING : State.EXPIRED;
    }
}

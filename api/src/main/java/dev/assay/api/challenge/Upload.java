package dev.assay.api.challenge;

import dev.assay.api.catalog.CatalogEntry;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A package that somebody sent, on its way to becoming a version of a challenge.
 *
 * @param uploadedBy the member's name
 * @param fileName as the sender called the archive
 * @param entry the package as it would be offered
 * @param findings once it was checked
 * @param failure why it could not be checked, when that was no fault of the package
 * @param faults how often a fault of ours has ended the check
 * @param nextTryAt before that it is not checked again
 * @param version counts the writes
 */
public record Upload(
        String id,
        String organizationId,
        String uploadedBy,
        String fileName,
        Instant createdAt,
        CatalogEntry entry,
        State state,
        @Nullable Findings findings,
        @Nullable String failure,
        int faults,
        Instant nextTryAt,
        long version) {

    /** A fault of ours is tried again so often before the upload is given up. */
    public static final int MAX_FAULTS = 3;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final int WAIT_FACTOR = 6;

    public enum State {
        /** It can be read, and waits to be checked. */
        RECEIVED,
        CHECKING,
        /** It keeps what it promises, and can be published. */
        READY,
        FAILED,
        PUBLISHED
    }

    public static Upload received(
            String id, String organizationId, String uploadedBy, String fileName, CatalogEntry entry, Instant now) {
        return new Upload(id, organizationId, uploadedBy, fileName, now, entry, State.RECEIVED, null, null, 0, now, 1);
    }

    public boolean waits() {
        return state == State.RECEIVED || state == State.CHECKING;
    }

    public Upload checking() {
        return state == State.RECEIVED ? changed(State.CHECKING, null, null, faults, nextTryAt) : this;
    }

    /** The findings of the first check that came to its end count. */
    public Upload checked(Findings found) {
        return waits() ? changed(found.passed() ? State.READY : State.FAILED, found, null, faults, nextTryAt) : this;
    }

    /** A fault of ours: it is tried again later, until it has happened {@value #MAX_FAULTS} times. */
    public Upload faulted(String because, Instant now) {
        if (!waits()) {
            return this;
        }
        int happened = faults + 1;
        return happened < MAX_FAULTS
                ? changed(State.RECEIVED, null, null, happened, now.plus(FIRST_WAIT.multipliedBy((long)
                        Math.pow(WAIT_FACTOR, happened - 1))))
                : changed(State.FAILED, null, because, happened, nextTryAt);
    }

    public Upload published() {
        return state == State.READY ? changed(State.PUBLISHED, findings, null, faults, nextTryAt) : this;
    }

    private Upload changed(
            State newState,
            @Nullable Findings newFindings,
            @Nullable String newFailure,
            int newFaults,
            Instant newNextTryAt) {
        return new Upload(
                id,
                organizationId,
                uploadedBy,
                fileName,
                createdAt,
                entry,
                newState,
                newFindings,
                newFailure,
                newFaults,
                newNextTryAt,
                version + 1);
    }
}

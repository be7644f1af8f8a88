package dev.assay.api.workspace;

import java.time.Instant;

/**
 * One entry of the log. Revisions count from 1 without a gap; an edit id is used once in a log, so that a repeated
 * request finds what it did the first time.
 */
public sealed interface WorkspaceEvent {

    long revision();

    String editId();

    /** The server's time. */
    Instant at();

    record ChooseEnvironment(long revision, String editId, Instant at, String environment) implements WorkspaceEvent {}

    /** @param hash SHA-256 of the text in UTF-8, lower-case hex */
    record WriteFile(long revision, String editId, Instant at, String path, String text, String hash)
            implements WorkspaceEvent {}

    record DeleteFile(long revision, String editId, Instant at, String path) implements WorkspaceEvent {}

    /** The last entry: what stands before it is the hand-in, and nothing can follow. */
    record Seal(long revision, Instant at) implements WorkspaceEvent {

        public static final String EDIT_ID = "seal";

        @Override
        public String editId() {
            return EDIT_ID;
        }
    }
}

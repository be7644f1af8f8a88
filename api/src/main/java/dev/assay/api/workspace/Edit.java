package dev.assay.api.workspace;

/**
 * What a candidate asks to be changed. The edit id is the client's; {@code baseRevision} is the revision of the copy
 * that was edited.
 */
public sealed interface Edit {

    String editId();

    long baseRevision();

    String path();

    record Write(String editId, long baseRevision, String path, String text) implements Edit {}

    record Delete(String editId, long baseRevision, String path) implements Edit {}
}

package dev.assay.api.workspace;

import dev.assay.api.workspace.WorkspaceEvent.WriteFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says that an edit is stored.
 *
 * @param hash of the text as it was stored; null for a deletion
 */
public record Receipt(long revision, String path, @Nullable String hash, Instant at) {

    static Receipt of(WorkspaceEvent event) {
        return switch (event) {
            case WriteFile write -> new Receipt(write.revision(), write.path(), write.hash(), write.at());
            case WorkspaceEvent.DeleteFile delete -> new Receipt(delete.revision(), delete.path(), null, delete.at());
            case WorkspaceEvent.ChooseEnvironment chosen -> throw notAnEdit(chosen);
            case WorkspaceEvent.Seal seal -> throw notAnEdit(seal);
        };
    }

    private static IllegalArgumentException notAnEdit(WorkspaceEvent event) {
        return new IllegalArgumentException("No receipt is given for " + event.editId());
    }
}

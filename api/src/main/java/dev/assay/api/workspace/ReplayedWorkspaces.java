package dev.assay.api.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The latest states that were replayed, so that an edit does not read its whole history. Never trusted to be current:
 * the log is read on from there.
 */
final class ReplayedWorkspaces {

    private static final int MOST = 200;

    private final Map<WorkspaceKey, Workspace> latest = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<WorkspaceKey, Workspace> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<Workspace> get(WorkspaceKey key) {
        return Optional.ofNullable(latest.get(key));
    }

    synchronized void put(WorkspaceKey key, Workspace workspace) {
        latest.merge(key, workspace, (known, replayed) -> replayed.revision() > known.revision() ? replayed : known);
    }
}

package dev.assay.api.workspace.web;

import dev.assay.api.workspace.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param environment null for a design answer */
record WorkspaceView(@Nullable String environment, long revision, List<WorkspaceFile> files) {

    record WorkspaceFile(String path, String text) {}

    static WorkspaceView of(Workspace workspace) {
        return new WorkspaceView(
                workspace.environment().isEmpty() ? null : workspace.environment(),
                workspace.revision(),
                workspace.snapshot().files().entrySet().stream()
                        .map(file -> new WorkspaceFile(file.getKey(), file.getValue()))
                        .toList());
    }
}

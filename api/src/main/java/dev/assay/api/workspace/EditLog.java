package dev.assay.api.workspace;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Append-only logs of edits. */
public interface EditLog {

    /** The entries after a revision, in order. */
    Flux<WorkspaceEvent> after(WorkspaceKey key, long revision);

    /** Empty when the log has no entry with this edit id. */
    Mono<WorkspaceEvent> byEditId(WorkspaceKey key, String editId);

    /**
     * Durable when it answers.
     *
     * @return false, with nothing written, when the revision or the edit id is taken
     */
    Mono<Boolean> append(WorkspaceKey key, WorkspaceEvent event);
}

package dev.assay.api.workspace.store;

import dev.assay.api.store.IndexedStore;
import dev.assay.api.workspace.EditLog;
import dev.assay.api.workspace.WorkspaceEvent;
import dev.assay.api.workspace.WorkspaceKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class MongoEditLog implements EditLog, IndexedStore {

    private final ReactiveMongoTemplate template;

    MongoEditLog(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Class<?> documents() {
        return Entry.class;
    }

    @Override
    public List<Index> indexes() {
        return List.of(
                new Index("attemptId", Sort.Direction.ASC)
                        .on("itemId", Sort.Direction.ASC)
                        .on("revision", Sort.Direction.ASC)
                        .named("order")
                        .unique(),
                new Index("attemptId", Sort.Direction.ASC)
                        .on("itemId", Sort.Direction.ASC)
                        .on("editId", Sort.Direction.ASC)
                        .named("once")
                        .unique());
    }

    @Override
    public Flux<WorkspaceEvent> after(WorkspaceKey key, long revision) {
        Query later = Query.query(of(key).and("revision").gt(revision)).with(Sort.by("revision"));
        return template.find(later, Entry.class).map(Entry::event);
    }

    @Override
    public Mono<WorkspaceEvent> byEditId(WorkspaceKey key, String editId) {
        return template.findOne(Query.query(of(key).and("editId").is(editId)), Entry.class)
                .map(Entry::event);
    }

    @Override
    public Mono<Boolean> append(WorkspaceKey key, WorkspaceEvent event) {
        return template.insert(Entry.of(key, event))
                .thenReturn(true)
                .onErrorResume(DuplicateKeyException.class, taken -> Mono.just(false));
    }

    private static Criteria of(WorkspaceKey key) {
        return Criteria.where("attemptId")
                .is(key.attemptId())
                .and("itemId")
                .is(key.itemId())
                .and("organizationId")
                .is(key.organizationId());
    }

    enum Kind {
        CHOOSE_ENVIRONMENT,
        WRITE_FILE,
        DELETE_FILE,
        SEAL
    }

    @Document("edits")
    record Entry(
            @Id @Nullable String id,
            String organizationId,
            String attemptId,
            String itemId,
            long revision,
            String editId,
            Instant at,
            Kind kind,
            @Nullable String environment,
            @Nullable String path,
            @Nullable String text,
            @Nullable String hash) {

        static Entry of(WorkspaceKey key, WorkspaceEvent event) {
            return switch (event) {
                case WorkspaceEvent.ChooseEnvironment chosen ->
                    of(key, event, Kind.CHOOSE_ENVIRONMENT, chosen.environment(), null, null, null);
                case WorkspaceEvent.WriteFile write ->
                    of(key, event, Kind.WRITE_FILE, null, write.path(), write.text(), write.hash());
                case WorkspaceEvent.DeleteFile delete ->
                    of(key, event, Kind.DELETE_FILE, null, delete.path(), null, null);
                case WorkspaceEvent.Seal seal -> of(key, event, Kind.SEAL, null, null, null, null);
            };
        }

        private static Entry of(
                WorkspaceKey key,
                WorkspaceEvent event,
                Kind kind,
                @Nullable String environment,
                @Nullable String path,
                @Nullable String text,
                @Nullable String hash) {
            return new Entry(
                    null,
                    key.organizationId(),
                    key.attemptId(),
                    key.itemId(),
                    event.revision(),
                    event.editId(),
                    event.at(),
                    kind,
                    environment,
                    path,
                    text,
                    hash);
        }

        WorkspaceEvent event() {
            return switch (kind) {
                case CHOOSE_ENVIRONMENT ->
                    new WorkspaceEvent.ChooseEnvironment(revision, editId, at, stored(environment));
                case WRITE_FILE ->
                    new WorkspaceEvent.WriteFile(revision, editId, at, stored(path), stored(text), stored(hash));
                case DELETE_FILE -> new WorkspaceEvent.DeleteFile(revision, editId, at, stored(path));
                case SEAL -> new WorkspaceEvent.Seal(revision, at);
            };
        }

        private String stored(@Nullable String value) {
            return Objects.requireNonNull(value, () -> "Revision " + revision + " of " + attemptId + " is incomplete");
        }
    }
}

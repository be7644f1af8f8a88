package dev.assay.api.challenge.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.assay.api.challenge.Findings;
import dev.assay.api.challenge.Upload;
import dev.assay.api.challenge.Uploads;
import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Paging;
import dev.assay.api.store.IndexedStore;
import dev.assay.api.store.LostRace;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The archive has a document of its own, written before the upload and removed after it. */
@Repository
class MongoUploads implements Uploads, IndexedStore {

    private final ReactiveMongoTemplate template;

    MongoUploads(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Document("uploadedArchives")
    record StoredArchive(@Id String id, String organizationId, Binary content) {}

    @Document("uploads")
    record StoredUpload(
            @Id String id,
            String organizationId,
            String uploadedBy,
            String fileName,
            Instant createdAt,
            StoredEntry entry,
            Upload.State state,
            boolean waits,
            @Nullable Findings findings,
            @Nullable String failure,
            int faults,
            Instant nextTryAt,
            long version,
            IdempotencyKey.Used idempotency) {

        static StoredUpload of(Upload upload, IdempotencyKey.Used key) {
            return new StoredUpload(
                    upload.id(),
                    upload.organizationId(),
                    upload.uploadedBy(),
                    upload.fileName(),
                    upload.createdAt(),
                    StoredEntry.of(upload.entry()),
                    upload.state(),
                    upload.waits(),
                    upload.findings(),
                    upload.failure(),
                    upload.faults(),
                    upload.nextTryAt(),
                    upload.version(),
                    key);
        }

        Upload value() {
            return new Upload(
                    id,
                    organizationId,
                    uploadedBy,
                    fileName,
                    createdAt,
                    entry.value(),
                    state,
                    findings,
                    failure,
                    faults,
                    nextTryAt,
                    version);
        }
    }

    record Waiting(String id) {}

    @Override
    public Class<?> documents() {
        return StoredUpload.class;
    }

    @Override
    public List<Index> indexes() {
        return List.of(
                new Index("idempotency.key", Sort.Direction.ASC).unique(),
                new Index("organizationId", Sort.Direction.ASC).on("_id", Sort.Direction.DESC),
                new Index("waits", Sort.Direction.ASC).on("nextTryAt", Sort.Direction.ASC));
    }

    @Override
    public Mono<Upload> add(Upload upload, byte[] archive, IdempotencyKey.Used key) {
        return madeBefore(key)
                .switchIfEmpty(Mono.defer(() -> template.insert(
                                new StoredArchive(upload.id(), upload.organizationId(), new Binary(archive)))
                        .then(template.insert(StoredUpload.of(upload, key)))
                        .onErrorResume(
                                DuplicateKeyException.class,
                                repeated -> removeArchive(upload.id()).then(madeBefore(key)))))
                .map(StoredUpload::value);
    }

    private Mono<StoredUpload> madeBefore(IdempotencyKey.Used key) {
        return template.findOne(query(where("idempotency.key").is(key.key())), StoredUpload.class)
                .doOnNext(before -> before.idempotency().requireSameRequest(key));
    }

    @Override
    public Mono<Upload> byId(String organizationId, String id) {
        return template.findOne(query(of(organizationId, id)), StoredUpload.class)
                .map(StoredUpload::value);
    }

    @Override
    public Mono<Upload> byId(String id) {
        return template.findById(id, StoredUpload.class).map(StoredUpload::value);
    }

    @Override
    public Mono<List<Upload>> unpublished(String organizationId, Paging paging) {
        Criteria wanted = notPublished(organizationId);
        return template.find(
                        query(paging.within(wanted))
                                .with(Sort.by(Sort.Direction.DESC, "_id"))
                                .limit(paging.fetch()),
                        StoredUpload.class)
                .map(StoredUpload::value)
                .collectList();
    }

    @Override
    public Mono<Long> countUnpublished(String organizationId) {
        return template.count(query(notPublished(organizationId)), StoredUpload.class);
    }

    private static Criteria notPublished(String organizationId) {
        return where("organizationId").is(organizationId).and("state").ne(Upload.State.PUBLISHED);
    }

    @Override
    public Mono<byte[]> archive(String organizationId, String id) {
        return template.findOne(query(of(organizationId, id)), StoredArchive.class)
                .map(stored -> stored.content().getData());
    }

    @Override
    public Flux<String> waiting(Instant now, int limit) {
        var due = query(where("waits").is(true).and("nextTryAt").lte(now))
                .with(Sort.by("nextTryAt", "_id"))
                .limit(limit);
        due.fields().include("_id");
        return template.find(due, Waiting.class, template.getCollectionName(StoredUpload.class))
                .map(Waiting::id);
    }

    @Override
    public Mono<Upload> change(String id, UnaryOperator<Upload> change) {
        return Mono.defer(() -> template.findById(id, StoredUpload.class))
                .flatMap(stored -> {
                    Upload current = stored.value();
                    Upload changed = change.apply(current);
                    return changed.version() == current.version()
                            ? Mono.just(current)
                            : write(changed, current.version(), stored.idempotency());
                })
                .retryWhen(LostRace.again());
    }

    private Mono<Upload> write(Upload changed, long over, IdempotencyKey.Used key) {
        return template.replace(
                        query(where("_id").is(changed.id()).and("version").is(over)), StoredUpload.of(changed, key))
                .flatMap(result -> result.getMatchedCount() == 1
                        ? Mono.just(changed)
                        : Mono.error(new OptimisticLockingFailureException("The upload was changed meanwhile")));
    }

    @Override
    public Mono<Boolean> remove(String organizationId, String id) {
        return template.remove(
                        query(of(organizationId, id).and("state").ne(Upload.State.PUBLISHED)), StoredUpload.class)
                .flatMap(result ->
                        result.getDeletedCount() == 1 ? removeArchive(id).thenReturn(true) : Mono.just(false));
    }

    private Mono<Void> removeArchive(String id) {
        return template.remove(query(where("_id").is(id)), StoredArchive.class).then();
    }

    private static Criteria of(String organizationId, String id) {
        return where("_id").is(id).and("organizationId").is(organizationId);
    }
}

package dev.assay.api.assessment.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.assay.api.assessment.Assessment;
import dev.assay.api.assessment.Assessments;
import dev.assay.api.catalog.CatalogEntry;
import dev.assay.api.catalog.PackageKind;
import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Paging;
import dev.assay.api.store.IndexedStore;
import dev.assay.challenge.Level;
import dev.assay.challenge.Track;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class MongoAssessments implements Assessments, IndexedStore {

    private final ReactiveMongoTemplate template;

    MongoAssessments(ReactiveMongoTemplate template) {
        this.template = template;
    }

    record StoredItem(
            PackageKind kind,
            String slug,
            String title,
            List<String> skills,
            Track track,
            Level level,
            int minutes,
            List<String> environments,
            String version) {

        static StoredItem of(CatalogEntry entry) {
            return new StoredItem(
                    entry.kind(),
                    entry.id(),
                    entry.title(),
                    entry.skills(),
                    entry.track(),
                    entry.level(),
                    entry.minutes(),
                    entry.environments(),
                    entry.version());
        }

        CatalogEntry value() {
            return new CatalogEntry(kind, slug, title, skills, track, level, minutes, environments, version);
        }
    }

    @Document("assessments")
    record StoredAssessment(
            @Id String id,
            String organizationId,
            String title,
            String role,
            Level level,
            int minutes,
            List<StoredItem> items,
            Instant createdAt,
            IdempotencyKey.Used idempotency) {

        static StoredAssessment of(String organizationId, Assessment assessment, IdempotencyKey.Used key) {
            return new StoredAssessment(
                    assessment.id(),
                    organizationId,
                    assessment.title(),
                    assessment.role(),
                    assessment.level(),
                    assessment.minutes(),
                    assessment.items().stream().map(StoredItem::of).toList(),
                    assessment.createdAt(),
                    key);
        }

        Assessment value() {
            return new Assessment(
                    id,
                    title,
                    role,
                    level,
                    minutes,
                    items.stream().map(StoredItem::value).toList(),
                    createdAt);
        }
    }

    @Override
    public Class<?> documents() {
        return StoredAssessment.class;
    }

    @Override
    public List<Index> indexes() {
        return List.of(
                new Index("idempotency.key", Sort.Direction.ASC).unique(),
                new Index("organizationId", Sort.Direction.ASC).on("_id", Sort.Direction.DESC));
    }

    @Override
    public Mono<Assessment> add(String organizationId, Assessment assessment, IdempotencyKey.Used key) {
        return template.insert(StoredAssessment.of(organizationId, assessment, key))
                .onErrorResume(DuplicateKeyException.class, repeated -> madeBefore(key))
                .map(StoredAssessment::value);
    }

    private Mono<StoredAssessment> madeBefore(IdempotencyKey.Used key) {
        return template.findOne(query(where("idempotency.key").is(key.key())), StoredAssessment.class)
                .doOnNext(before -> before.idempotency().requireSameRequest(key));
    }

    @Override
    public Mono<Assessment> assessment(String organizationId, String id) {
        return template.findOne(
                        query(where("_id").is(id).and("organizationId").is(organizationId)), StoredAssessment.class)
                .map(StoredAssessment::value);
    }

    @Override
    public Mono<List<Assessment>> page(String organizationId, Paging paging) {
        Criteria wanted = where("organizationId").is(organizationId);
        return template.find(
                        query(paging.within(wanted))
                                .with(Sort.by(Sort.Direction.DESC, "_id"))
                                .limit(paging.fetch()),
                        StoredAssessment.class)
                .map(StoredAssessment::value)
                .collectList();
    }
}

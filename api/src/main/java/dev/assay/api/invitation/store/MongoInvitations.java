package dev.assay.api.invitation.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.assay.api.invitation.Invitation;
import dev.assay.api.invitation.InvitationStore;
import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Paging;
import dev.assay.api.store.IndexedStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class MongoInvitations implements InvitationStore, IndexedStore {

    private final ReactiveMongoTemplate template;

    MongoInvitations(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Document("invitations")
    record StoredInvitation(
            @Id String id,
            String organizationId,
            String assessmentId,
            String candidateName,
            String candidateEmail,
            double timeMultiplier,
            Instant createdAt,
            Instant expiresAt,
            @Nullable String attemptId,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant revokedAt,
            String secretHash,
            IdempotencyKey.Used idempotency) {

        static StoredInvitation of(Invitation invitation, String secretHash, IdempotencyKey.Used key) {
            return new StoredInvitation(
                    invitation.id(),
                    invitation.organizationId(),
                    invitation.assessmentId(),
                    invitation.candidateName(),
                    invitation.candidateEmail(),
                    invitation.timeMultiplier(),
                    invitation.createdAt(),
                    invitation.expiresAt(),
                    invitation.attemptId(),
                    invitation.startedAt(),
                    invitation.finishedAt(),
                    invitation.revokedAt(),
                    secretHash,
                    key);
        }

        Invitation value() {
            return new Invitation(
                    id,
                    organizationId,
                    assessmentId,
                    candidateName,
                    candidateEmail,
                    timeMultiplier,
                    createdAt,
                    expiresAt,
                    attemptId,
                    startedAt,
                    finishedAt,
                    revokedAt);
        }
    }

    @Override
    public Class<?> documents() {
        return StoredInvitation.class;
    }

    @Override
    public List<Index> indexes() {
        return List.of(
                new Index("secretHash", Sort.Direction.ASC).unique(),
                new Index("idempotency.key", Sort.Direction.ASC).unique(),
                new Index("organizationId", Sort.Direction.ASC)
                        .on("assessmentId", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.DESC));
    }

    @Override
    public Mono<Invitation> add(Invitation invitation, String secretHash, IdempotencyKey.Used key) {
        return template.insert(StoredInvitation.of(invitation, secretHash, key))
                .onErrorResume(DuplicateKeyException.class, repeated -> madeBefore(key))
                .map(StoredInvitation::value);
    }

    private Mono<StoredInvitation> madeBefore(IdempotencyKey.Used key) {
        return template.findOne(query(where("idempotency.key").is(key.key())), StoredInvitation.class)
                .doOnNext(before -> before.idempotency().requireSameRequest(key));
    }

    @Override
    public Mono<Invitation> bySecretHash(String secretHash) {
        return template.findOne(query(where("secretHash").is(secretHash)), StoredInvitation.class)
                .map(StoredInvitation::value);
    }

    @Override
    public Mono<Invitation> invitation(String organizationId, String id) {
        return template.findOne(query(one(organizationId, id)), StoredInvitation.class)
                .map(StoredInvitation::value);
    }

    @Override
    public Mono<List<Invitation>> page(String organizationId, String assessmentId, Paging paging) {
        Criteria wanted =
                where("organizationId").is(organizationId).and("assessmentId").is(assessmentId);
        return template.find(
                        query(paging.within(wanted))
                                .with(Sort.by(Sort.Direction.DESC, "_id"))
                                .limit(paging.fetch()),
                        StoredInvitation.class)
                .map(StoredInvitation::value)
                .collectList();
    }

    @Override
    public Mono<Invitation> link(String organizationId, String id, String attemptId) {
        return change(
                one(organizationId, id)
                        .and("attemptId")
                        .is(null)
                        .and("revokedAt")
                        .is(null),
                Update.update("attemptId", attemptId));
    }

    @Override
    public Mono<Invitation> start(String organizationId, String id, Instant at) {
        return change(
                one(organizationId, id)
                        .and("startedAt")
                        .is(null)
                        .and("revokedAt")
                        .is(null),
                Update.update("startedAt", at));
    }

    @Override
    public Mono<Invitation> finish(String organizationId, String id, Instant at) {
        return change(one(organizationId, id).and("finishedAt").is(null), Update.update("finishedAt", at));
    }

    @Override
    public Mono<Invitation> revoke(String organizationId, String id, Instant at) {
        return change(
                one(organizationId, id)
                        .and("startedAt")
                        .is(null)
                        .and("revokedAt")
                        .is(null),
                Update.update("revokedAt", at));
    }

    private Mono<Invitation> change(Criteria condition, Update update) {
        return template.findAndModify(
                        query(condition),
                        update,
                        FindAndModifyOptions.options().returnNew(true),
                        StoredInvitation.class)
                .map(StoredInvitation::value);
    }

    private static Criteria one(String organizationId, String id) {
        return where("_id").is(id).and("organizationId").is(organizationId);
    }
}

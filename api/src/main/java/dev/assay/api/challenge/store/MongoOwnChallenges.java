package dev.assay.api.challenge.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.assay.api.challenge.OwnChallenge;
import dev.assay.api.challenge.OwnChallenges;
import dev.assay.api.store.IndexedStore;
import dev.assay.api.store.LostRace;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class MongoOwnChallenges implements OwnChallenges, IndexedStore {

    private final ReactiveMongoTemplate template;

    MongoOwnChallenges(ReactiveMongoTemplate template) {
        this.template = template;
    }

    record StoredVersion(StoredEntry entry, String uploadId, String publishedBy, Instant publishedAt) {

        static StoredVersion of(OwnChallenge.Version version) {
            return new StoredVersion(
                    StoredEntry.of(version.entry()), version.uploadId(), version.publishedBy(), version.publishedAt());
        }

        OwnChallenge.Version value() {
            return new OwnChallenge.Version(entry.value(), uploadId, publishedBy, publishedAt);
        }
    }

    /** @param id organization and challenge, so that no challenge is there twice */
    @Document("ownChallenges")
    record StoredOwnChallenge(
            @Id String id, String organizationId, String challengeId, List<StoredVersion> versions, long version) {

        static StoredOwnChallenge of(OwnChallenge challenge) {
            return new StoredOwnChallenge(
                    idOf(challenge.organizationId(), challenge.challengeId()),
                    challenge.organizationId(),
                    challenge.challengeId(),
                    challenge.versions().stream().map(StoredVersion::of).toList(),
                    challenge.version());
        }

        OwnChallenge value() {
            return new OwnChallenge(
                    organizationId,
                    challengeId,
                    versions.stream().map(StoredVersion::value).toList(),
                    version);
        }
    }

    @Override
    public Class<?> documents() {
        return StoredOwnChallenge.class;
    }

    @Override
    public List<Index> indexes() {
        return List.of(new Index("organizationId", Sort.Direction.ASC).on("challengeId", Sort.Direction.ASC));
    }

    @Override
    public Mono<OwnChallenge> publish(String organizationId, OwnChallenge.Version version) {
        return Mono.defer(() -> one(organizationId, version.entry().id()))
                .flatMap(current -> {
                    OwnChallenge changed = current.with(version);
                    return changed.version() == current.version()
                            ? Mono.just(current)
                            : write(changed, current.version());
                })
                .switchIfEmpty(Mono.defer(() -> insert(OwnChallenge.first(organizationId, version))))
                .retryWhen(LostRace.again());
    }

    private Mono<OwnChallenge> insert(OwnChallenge first) {
        return template.insert(StoredOwnChallenge.of(first))
                .map(StoredOwnChallenge::value)
                .onErrorMap(DuplicateKeyException.class, meanwhile -> lostRace());
    }

    private Mono<OwnChallenge> write(OwnChallenge changed, long over) {
        StoredOwnChallenge stored = StoredOwnChallenge.of(changed);
        return template.replace(
                        query(where("_id").is(stored.id()).and("version").is(over)), stored)
                .flatMap(result -> result.getMatchedCount() == 1 ? Mono.just(changed) : Mono.error(lostRace()));
    }

    private static OptimisticLockingFailureException lostRace() {
        return new OptimisticLockingFailureException("The challenge was changed meanwhile");
    }

    @Override
    public Flux<OwnChallenge> ofOrganization(String organizationId) {
        return template.find(
                        query(where("organizationId").is(organizationId)).with(Sort.by("challengeId")),
                        StoredOwnChallenge.class)
                .map(StoredOwnChallenge::value);
    }

    @Override
    public Mono<OwnChallenge> one(String organizationId, String challengeId) {
        return template.findById(idOf(organizationId, challengeId), StoredOwnChallenge.class)
                .map(StoredOwnChallenge::value);
    }

    private static String idOf(String organizationId, String challengeId) {
        return organizationId + "/" + challengeId;
    }
}

package dev.assay.api.attempt.store;

import dev.assay.api.attempt.Attempt;
import dev.assay.api.attempt.AttemptState;
import dev.assay.api.attempt.Attempts;
import dev.assay.api.store.IndexedStore;
import dev.assay.api.store.LostRace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
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
class MongoAttempts implements Attempts, IndexedStore {

    private static final int DUE_AT_ONCE = 100;

    private final ReactiveMongoTemplate template;

    MongoAttempts(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Document("attempts")
    record Stored(@Id String id, Attempt attempt, boolean handInsLeft) {
        static Stored of(Attempt attempt) {
            return new Stored(attempt.id(), attempt, !attempt.toHandIn().isEmpty());
        }
    }

    @Override
    public Class<?> documents() {
        return Stored.class;
    }

    @Override
    public List<Index> indexes() {
        return List.of(
                new Index("attempt.invitationId", Sort.Direction.ASC)
                        .named("one_per_invitation")
                        .unique(),
                new Index("attempt.organizationId", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.DESC)
                        .named("of_organization"),
                new Index("attempt.state", Sort.Direction.ASC)
                        .on("attempt.deadline", Sort.Direction.ASC)
                        .named("due"),
                new Index("handInsLeft", Sort.Direction.ASC).named("hand_ins_left"));
    }

    @Override
    public Mono<Attempt> open(Attempt attempt) {
        return template.insert(Stored.of(attempt))
                .map(Stored::attempt)
                .onErrorResume(DuplicateKeyException.class, taken -> byInvitation(attempt.invitationId()));
    }

    @Override
    public Mono<Attempt> byId(String id) {
        return one(Criteria.where("_id").is(id));
    }

    @Override
    public Mono<Attempt> byId(String organizationId, String id) {
        return one(Criteria.where("_id").is(id).and("attempt.organizationId").is(organizationId));
    }

    @Override
    public Mono<Attempt> byInvitation(String invitationId) {
        return one(Criteria.where("attempt.invitationId").is(invitationId));
    }

    @Override
    public Mono<Attempt> change(String id, UnaryOperator<Attempt> change) {
        return Mono.defer(() -> byId(id))
                .flatMap(current -> {
                    Attempt changed = change.apply(current);
                    return changed.version() == current.version()
                            ? Mono.just(current)
                            : write(changed, current.version());
                })
                .retryWhen(LostRace.again());
    }

    @Override
    public Flux<Attempt> dueAt(Instant instant) {
        return many(new Query(Criteria.where("attempt.state")
                        .is(AttemptState.RUNNING)
                        .and("attempt.deadline")
                        .lte(instant))
                .limit(DUE_AT_ONCE));
    }

    @Override
    public Flux<Attempt> withHandInsLeft() {
        return many(new Query(Criteria.where("handInsLeft").is(true)).limit(DUE_AT_ONCE));
    }

    @Override
    public Mono<List<Attempt>> ofOrganization(String organizationId, Optional<String> before, int limit) {
        Criteria all = Criteria.where("attempt.organizationId").is(organizationId);
        Criteria wanted = before.map(id -> all.and("_id").lt(id)).orElse(all);
        return many(new Query(wanted).with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit))
                .collectList();
    }

    private Mono<Attempt> write(Attempt changed, long over) {
        Query unchanged = Query.query(
                Criteria.where("_id").is(changed.id()).and("attempt.version").is(over));
        return template.replace(unchanged, Stored.of(changed))
                .flatMap(result -> result.getMatchedCount() == 1
                        ? Mono.just(changed)
                        : Mono.error(new OptimisticLockingFailureException("The attempt was changed meanwhile")));
    }

    private Mono<Attempt> one(Criteria criteria) {
        return template.findOne(Query.query(criteria), Stored.class).map(Stored::attempt);
    }

    private Flux<Attempt> many(Query query) {
        return template.find(query, Stored.class).map(Stored::attempt);
    }
}

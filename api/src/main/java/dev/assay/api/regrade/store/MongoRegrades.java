package dev.assay.api.regrade.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.assay.api.regrade.Regrade;
import dev.assay.api.regrade.Regrades;
import dev.assay.api.rest.Paging;
import dev.assay.api.store.IndexedStore;
import dev.assay.api.store.LostRace;
import dev.assay.runner.judging.Judgement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
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

@Repository
class MongoRegrades implements Regrades, IndexedStore {

    private final ReactiveMongoTemplate template;

    MongoRegrades(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Document("regrades")
    record StoredRegrade(@Id String id, Regrade regrade) {}

    @Document("regradeJudgements")
    record StoredJudgement(@Id String id, String organizationId, String submissionId, Instant at, Judgement judgement) {

        Kept value() {
            return new Kept(id, organizationId, submissionId, at, judgement);
        }
    }

    @Override
    public Class<?> documents() {
        return StoredRegrade.class;
    }

    @Override
    public List<Index> indexes() {
        return List.of(
                new Index("regrade.organizationId", Sort.Direction.ASC).on("_id", Sort.Direction.DESC),
                new Index("regrade.state", Sort.Direction.ASC).on("_id", Sort.Direction.ASC),
                new Index("regrade.items.submissionId", Sort.Direction.ASC).named("of_submission"));
    }

    @Override
    public Mono<Regrade> add(Regrade regrade) {
        return template.insert(new StoredRegrade(regrade.id(), regrade)).map(StoredRegrade::regrade);
    }

    @Override
    public Mono<Regrade> byId(String organizationId, String id) {
        return template.findOne(
                        query(where("_id").is(id).and("regrade.organizationId").is(organizationId)),
                        StoredRegrade.class)
                .map(StoredRegrade::regrade);
    }

    @Override
    public Mono<List<Regrade>> page(String organizationId, Paging paging) {
        Criteria wanted = where("regrade.organizationId")
                .is(organizationId)
                .and("regrade.state")
                .ne(Regrade.State.DISCARDED);
        return template.find(
                        query(paging.within(wanted))
                                .with(Sort.by(Sort.Direction.DESC, "_id"))
                                .limit(paging.fetch()),
                        StoredRegrade.class)
                .map(StoredRegrade::regrade)
                .collectList();
    }

    @Override
    public Flux<Regrade> judging() {
        return template.find(
                        query(where("regrade.state").is(Regrade.State.JUDGING)).with(Sort.by("_id")),
                        StoredRegrade.class)
                .map(StoredRegrade::regrade);
    }

    @Override
    public Flux<Regrade> applied(String organizationId, Collection<String> submissionIds) {
        Criteria wanted = where("regrade.organizationId")
                .is(organizationId)
                .and("regrade.state")
                .is(Regrade.State.APPLIED)
                .and("regrade.items.submissionId")
                .in(submissionIds);
        return template.find(query(wanted).with(Sort.by("regrade.appliedAt", "_id")), StoredRegrade.class)
                .map(StoredRegrade::regrade);
    }

    @Override
    public Mono<Regrade> change(String organizationId, String id, UnaryOperator<Regrade> change) {
        return Mono.defer(() -> byId(organizationId, id))
                .flatMap(current -> {
                    Regrade changed = change.apply(current);
                    return changed.version() == current.version()
                            ? Mono.just(current)
                            : write(changed, current.version());
                })
                .retryWhen(LostRace.again());
    }

    private Mono<Regrade> write(Regrade changed, long over) {
        return template.replace(
                        query(where("_id")
                                .is(changed.id())
                                .and("regrade.version")
                                .is(over)),
                        new StoredRegrade(changed.id(), changed))
                .flatMap(result -> result.getMatchedCount() == 1
                        ? Mono.just(changed)
                        : Mono.error(new OptimisticLockingFailureException("The regrade was changed meanwhile")));
    }

    @Override
    public Mono<Void> keep(Kept kept) {
        return template.insert(new StoredJudgement(
                        kept.judgementId(), kept.organizationId(), kept.submissionId(), kept.at(), kept.judgement()))
                .onErrorResume(DuplicateKeyException.class, repeated -> Mono.empty())
                .then();
    }

    @Override
    public Flux<Kept> judgements(String organizationId, Collection<String> judgementIds) {
        return template.find(
                        query(where("_id")
                                .in(judgementIds)
                                .and("organizationId")
                                .is(organizationId)),
                        StoredJudgement.class)
                .map(StoredJudgement::value);
    }
}

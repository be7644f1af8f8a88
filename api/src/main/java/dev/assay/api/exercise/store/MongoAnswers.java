package dev.assay.api.exercise.store;

import dev.assay.api.exercise.Answer;
import dev.assay.api.exercise.Answers;
import dev.assay.api.store.IndexedStore;
import java.util.List;
import java.util.Optional;
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
class MongoAnswers implements Answers, IndexedStore {

    private final ReactiveMongoTemplate template;

    MongoAnswers(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Document("answers")
    record Stored(@Id String id, Answer answer) {}

    @Override
    public Class<?> documents() {
        return Stored.class;
    }

    @Override
    public List<Index> indexes() {
        return List.of(
                new Index("answer.attemptId", Sort.Direction.ASC)
                        .on("answer.itemId", Sort.Direction.ASC)
                        .named("one_per_item")
                        .unique(),
                new Index("answer.organizationId", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC)
                        .named("of_organization"));
    }

    @Override
    public Mono<Answer> freeze(Answer answer) {
        return template.insert(new Stored(answer.answerId(), answer))
                .map(Stored::answer)
                .onErrorResume(
                        DuplicateKeyException.class,
                        frozen -> template.findOne(
                                        Query.query(Criteria.where("answer.attemptId")
                                                .is(answer.attemptId())
                                                .and("answer.itemId")
                                                .is(answer.itemId())),
                                        Stored.class)
                                .map(Stored::answer));
    }

    @Override
    public Mono<Answer> byId(String organizationId, String answerId) {
        Criteria wanted =
                Criteria.where("_id").is(answerId).and("answer.organizationId").is(organizationId);
        return template.findOne(Query.query(wanted), Stored.class).map(Stored::answer);
    }

    @Override
    public Flux<Answer> ofAttempts(String organizationId, List<String> attemptIds) {
        return many(Query.query(Criteria.where("answer.attemptId")
                .in(attemptIds)
                .and("answer.organizationId")
                .is(organizationId)));
    }

    @Override
    public Flux<Answer> ofOrganization(String organizationId, Optional<String> after, int limit) {
        Criteria all = Criteria.where("answer.organizationId").is(organizationId);
        Criteria wanted = after.map(id -> all.and("_id").gt(id)).orElse(all);
        return many(Query.query(wanted).with(Sort.by("_id")).limit(limit));
    }

    private Flux<Answer> many(Query query) {
        return template.find(query, Stored.class).map(Stored::answer);
    }
}

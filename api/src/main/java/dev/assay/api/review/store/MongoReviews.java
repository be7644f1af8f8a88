package dev.assay.api.review.store;

import dev.assay.api.review.Review;
import dev.assay.api.review.Reviews;
import dev.assay.api.store.IndexedStore;
import java.util.List;
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
class MongoReviews implements Reviews, IndexedStore {

    private final ReactiveMongoTemplate template;

    MongoReviews(ReactiveMongoTemplate template) {
        this.template = template;
    }

    /** @param id of answer and interviewer, so that there can be only one */
    @Document("reviews")
    record Stored(@Id String id, Review review) {
        static Stored of(Review review) {
            return new Stored(idOf(review.answerId(), review.interviewerId()), review);
        }

        static String idOf(String answerId, String interviewerId) {
            return answerId + "/" + interviewerId;
        }
    }

    @Override
    public Class<?> documents() {
        return Stored.class;
    }

    @Override
    public List<Index> indexes() {
        return List.of(new Index("review.answerId", Sort.Direction.ASC).named("of_answer"));
    }

    @Override
    public Mono<Boolean> begin(Review review) {
        return template.insert(Stored.of(review))
                .thenReturn(true)
                .onErrorResume(DuplicateKeyException.class, taken -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> replace(Review review) {
        Stored stored = Stored.of(review);
        Criteria unchanged =
                Criteria.where("_id").is(stored.id()).and("review.version").is(review.version() - 1);
        return template.replace(Query.query(unchanged), stored).map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Review> by(String organizationId, String answerId, String interviewerId) {
        Criteria wanted = Criteria.where("_id")
                .is(Stored.idOf(answerId, interviewerId))
                .and("review.organizationId")
                .is(organizationId);
        return template.findOne(Query.query(wanted), Stored.class).map(Stored::review);
    }

    @Override
    public Flux<Review> ofAnswers(String organizationId, List<String> answerIds) {
        Criteria wanted = Criteria.where("review.answerId")
                .in(answerIds)
                .and("review.organizationId")
                .is(organizationId);
        return template.find(Query.query(wanted), Stored.class).map(Stored::review);
    }
}

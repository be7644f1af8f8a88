package dev.assay.api.submission.store;

import dev.assay.api.problem.ProblemType;
import dev.assay.api.store.IndexedStore;
import dev.assay.api.store.LostRace;
import dev.assay.api.submission.Submission;
import dev.assay.api.submission.Submissions;
import dev.assay.runner.judging.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class MongoSubmissions implements Submissions, IndexedStore {

    private static final Sort LATEST_FIRST = Sort.by(Sort.Direction.DESC, "revision", "createdAt", "_id");

    private final ReactiveMongoTemplate template;

    MongoSubmissions(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Class<?> documents() {
        return SubmissionDocument.class;
    }

    @Override
    public List<Index> indexes() {
        return List.of(
                new Index("attemptId", Sort.Direction.ASC)
                        .on("idempotencyKey", Sort.Direction.ASC)
                        .named("once")
                        .unique(),
                new Index("place", Sort.Direction.ASC).named("one_in_flight").unique(),
                new Index("attemptId", Sort.Direction.ASC)
                        .on("itemId", Sort.Direction.ASC)
                        .on("revision", Sort.Direction.DESC)
                        .named("of_item"),
                new Index("waits", Sort.Direction.ASC)
                        .on("nextTryAt", Sort.Direction.ASC)
                        .named("waiting"));
    }

    @Override
    public Mono<Submission> create(Submission submission) {
        return template.insert(SubmissionDocument.of(submission))
                .map(SubmissionDocument::submission)
                .onErrorResume(DuplicateKeyException.class, taken -> earlier(submission));
    }

    private Mono<Submission> earlier(Submission submission) {
        return byKey(submission.organizationId(), submission.attemptId(), submission.idempotencyKey())
                .switchIfEmpty(Mono.error(() -> ProblemType.JUDGING_IN_PROGRESS.because(
                        "The last one of this task is still being judged. Wait for its result, then send the next.")));
    }

    @Override
    public Mono<Submission> byKey(String organizationId, String attemptId, String idempotencyKey) {
        return one(Criteria.where("attemptId")
                .is(attemptId)
                .and("idempotencyKey")
                .is(idempotencyKey)
                .and("organizationId")
                .is(organizationId));
    }

    @Override
    public Mono<Submission> byId(String organizationId, String attemptId, String id) {
        return one(Criteria.where("_id")
                .is(id)
                .and("attemptId")
                .is(attemptId)
                .and("organizationId")
                .is(organizationId));
    }

    @Override
    public Mono<Submission> byId(String id) {
        return one(Criteria.where("_id").is(id));
    }

    @Override
    public Flux<Submission> ofItem(String organizationId, String attemptId, String itemId, int limit) {
        return many(Query.query(ofItemOf(organizationId, attemptId, itemId))
                        .with(LATEST_FIRST)
                        .limit(limit))
                .collectList()
                .flatMapIterable(List::reversed);
    }

    @Override
    public Mono<Submission> lastOf(String organizationId, String attemptId, String itemId) {
        return many(Query.query(ofItemOf(organizationId, attemptId, itemId)
                                .and("scope")
                                .is(Scope.ALL))
                        .with(LATEST_FIRST)
                        .limit(1))
                .next();
    }

    @Override
    public Flux<Counting> countingOf(String organizationId, List<String> attemptIds) {
        Query all = Query.query(Criteria.where("attemptId")
                        .in(attemptIds)
                        .and("scope")
                        .is(Scope.ALL)
                        .and("organizationId")
                        .is(organizationId))
                .with(LATEST_FIRST);
        all.fields().include("_id", "attemptId", "itemId");
        return template.find(all, Made.class, template.getCollectionName(SubmissionDocument.class))
                .collect(Collectors.groupingBy(Made::item))
                .flatMapMany(this::firstOfEach);
    }

    private Flux<Counting> firstOfEach(Map<String, List<Made>> latestFirst) {
        Map<String, Integer> made = latestFirst.values().stream()
                .collect(Collectors.toMap(ofItem -> ofItem.getFirst().id(), List::size));
        return many(Query.query(Criteria.where("_id").in(made.keySet())))
                .map(submission -> new Counting(submission, made.getOrDefault(submission.id(), 1)));
    }

    @Override
    public Flux<String> waiting(Instant now, int limit) {
        Query due = Query.query(
                        Criteria.where("waits").is(true).and("nextTryAt").lte(now))
                .with(Sort.by("nextTryAt"))
                .limit(limit);
        due.fields().include("_id");
        return template.find(due, Waiting.class, template.getCollectionName(SubmissionDocument.class))
                .map(Waiting::id);
    }

    @Override
    public Mono<Submission> change(String id, UnaryOperator<Submission> change) {
        return Mono.defer(() -> byId(id))
                .flatMap(current -> {
                    Submission changed = change.apply(current);
                    return changed.version() == current.version()
                            ? Mono.just(current)
                            : write(changed, current.version());
                })
                .retryWhen(LostRace.again());
    }

    private Mono<Submission> write(Submission changed, long over) {
        Query unchanged = Query.query(
                Criteria.where("_id").is(changed.id()).and("version").is(over));
        return template.replace(unchanged, SubmissionDocument.of(changed))
                .flatMap(result -> result.getMatchedCount() == 1
                        ? Mono.just(changed)
                        : Mono.error(new OptimisticLockingFailureException("The submission was changed meanwhile")));
    }

    private static Criteria ofItemOf(String organizationId, String attemptId, String itemId) {
        return Criteria.where("attemptId")
                .is(attemptId)
                .and("itemId")
                .is(itemId)
                .and("organizationId")
                .is(organizationId);
    }

    private Mono<Submission> one(Criteria criteria) {
        return template.findOne(Query.query(criteria), SubmissionDocument.class).map(SubmissionDocument::submission);
    }

    private Flux<Submission> many(Query query) {
        return template.find(query, SubmissionDocument.class).map(SubmissionDocument::submission);
    }

    record Waiting(String id) {}

    record Made(String id, String attemptId, String itemId) {
        String item() {
            return attemptId + "/" + itemId;
        }
    }
}

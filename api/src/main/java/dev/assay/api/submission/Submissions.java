package dev.assay.api.submission;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where submissions are kept. */
public interface Submissions {

    /** @param made how many of scope ALL the item has, this one included */
    record Counting(Submission submission, int made) {}

    /**
     * Stores a submission, or answers the one that this attempt already made with this idempotency key.
     *
     * @return fails with {@code judging-in-progress} when another of the same item and scope waits for its judgement;
     *     a hand-in by the platform is stored besides, once
     */
    Mono<Submission> create(Submission submission);

    Mono<Submission> byKey(String organizationId, String attemptId, String idempotencyKey);

    Mono<Submission> byId(String organizationId, String attemptId, String id);

    Mono<Submission> byId(String id);

    /** The latest by the revision that was frozen, as many as the limit, the oldest of them first. */
    Flux<Submission> ofItem(String organizationId, String attemptId, String itemId, int limit);

    /** The submission that counts: of scope ALL, with the latest revision. Empty when there is none. */
    Mono<Submission> lastOf(String organizationId, String attemptId, String itemId);

    /** Of each item of these attempts the one that counts; what came before it is counted, not loaded. */
    Flux<Counting> countingOf(String organizationId, List<String> attemptIds);

    /** Ids of those without a judgement whose time has come, oldest first. */
    Flux<String> waiting(Instant now, int limit);

    /** As {@link dev.assay.api.attempt.Attempts#change}. */
    Mono<Submission> change(String id, UnaryOperator<Submission> change);
}

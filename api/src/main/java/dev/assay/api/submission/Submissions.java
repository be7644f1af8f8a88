package dev.assay.api.submission;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where submissions are kept. */
public interface Submissions {

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

    /** Oldest first, by the revision that was frozen. */
    Flux<Submission> ofItem(String organizationId, String attemptId, String itemId);

    /** The submission that counts: of scope ALL, with the latest revision. Empty when there is none. */
    Mono<Submission> lastOf(String organizationId, String attemptId, String itemId);

    /** The submissions of scope ALL of these attempts. */
    Flux<Submission> ofAttempts(String organizationId, List<String> attemptIds);

    /** Ids of those without a judgement whose time has come, oldest first. */
    Flux<String> waiting(Instant now, int limit);

    /** As {@link dev.assay.api.attempt.Attempts#change}. */
    Mono<Submission> change(String id, UnaryOperator<Submission> change);
}

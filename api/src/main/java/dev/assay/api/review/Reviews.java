package dev.assay.api.review;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where reviews are kept: at most one for each answer and interviewer. */
public interface Reviews {

    /** @return false when the interviewer already has a review of this answer */
    Mono<Boolean> begin(Review review);

    /**
     * Writes a review over the version it was made from.
     *
     * @return false when that version is not there any more
     */
    Mono<Boolean> replace(Review review);

    Mono<Review> by(String organizationId, String answerId, String interviewerId);

    /** All of these answers, drafts too: who may read them is decided elsewhere. */
    Flux<Review> ofAnswers(String organizationId, List<String> answerIds);
}

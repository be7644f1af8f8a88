package dev.assay.api.exercise;

import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where frozen answers are kept. */
public interface Answers {

    /** Stores an answer, or answers the one that this item of the attempt already has. */
    Mono<Answer> freeze(Answer answer);

    /** Empty when the organization has none with this id. */
    Mono<Answer> byId(String organizationId, String answerId);

    Flux<Answer> ofAttempts(String organizationId, List<String> attemptIds);

    /**
     * In the order of their ids, which is random and so says nothing of who handed in when.
     *
     * @param after only those behind this id
     */
    Flux<Answer> ofOrganization(String organizationId, Optional<String> after, int limit);
}

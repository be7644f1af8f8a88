package dev.assay.api.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where attempts are kept. */
public interface Attempts {

    /** Stores an attempt, or answers the one that this invitation already has. */
    Mono<Attempt> open(Attempt attempt);

    /** Empty when there is none. */
    Mono<Attempt> byId(String id);

    /** Empty when there is none in this organization. */
    Mono<Attempt> byId(String organizationId, String id);

    Mono<Attempt> byInvitation(String invitationId);

    /**
     * Applies a change to the current attempt and writes it over exactly that version; when another was faster, the
     * change is applied anew to what that one wrote. A change that keeps the version writes nothing.
     */
    Mono<Attempt> change(String id, UnaryOperator<Attempt> change);

    /** Running attempts whose deadline is at or before the instant. */
    Flux<Attempt> dueAt(Instant instant);

    /** Finished attempts with items still to hand in. */
    Flux<Attempt> withHandInsLeft();

    /** Newest first; those before the attempt with this id when one is given. */
    Mono<List<Attempt>> ofOrganization(String organizationId, Optional<String> before, int limit);
}

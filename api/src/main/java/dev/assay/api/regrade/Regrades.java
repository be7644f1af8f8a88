package dev.assay.api.regrade;

import dev.assay.api.rest.Paging;
import dev.assay.runner.judging.Judgement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where regrades are kept, and the judgements that were made for them. */
public interface Regrades {

    /** A judgement made for a regrade; never changed. */
    record Kept(String judgementId, String organizationId, String submissionId, Instant at, Judgement judgement) {}

    Mono<Regrade> add(Regrade regrade);

    Mono<Regrade> byId(String organizationId, String id);

    /** Newest first, without those that were discarded. */
    Mono<List<Regrade>> page(String organizationId, Paging paging);

    /** Those whose preview is being made, oldest first. */
    Flux<Regrade> judging();

    /** Those that count and have one of these submissions; the one that began to count last is the last. */
    Flux<Regrade> applied(String organizationId, Collection<String> submissionIds);

    /**
     * Applies a change to the current one and writes it over exactly that version; when another was faster, applies it anew. A
     * change that keeps the version writes nothing.
     */
    Mono<Regrade> change(String organizationId, String id, UnaryOperator<Regrade> change);

    Mono<Void> keep(Kept judgement);

    Flux<Kept> judgements(String organizationId, Collection<String> judgementIds);
}

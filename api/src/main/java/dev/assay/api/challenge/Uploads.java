package dev.assay.api.challenge;

import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Paging;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where uploads are kept, each with its archive as it came. */
public interface Uploads {

    /** Returns the one that was made before with the same key; refuses when that was with another archive. */
    Mono<Upload> add(Upload upload, byte[] archive, IdempotencyKey.Used key);

    Mono<Upload> byId(String organizationId, String id);

    Mono<Upload> byId(String id);

    /** Those that are not published, newest first. */
    Mono<List<Upload>> unpublished(String organizationId, Paging paging);

    Mono<Long> countUnpublished(String organizationId);

    Mono<byte[]> archive(String organizationId, String id);

    /** Ids of those to be checked whose time has come, oldest first; also of those whose check was cut off. */
    Flux<String> waiting(Instant now, int limit);

    /**
     * Applies a change to the current one and writes it over exactly that version; when another was faster, applies it anew. A
     * change that keeps the version writes nothing.
     */
    Mono<Upload> change(String id, UnaryOperator<Upload> change);

    /** Removes one that is not published; false when there is none. */
    Mono<Boolean> remove(String organizationId, String id);
}

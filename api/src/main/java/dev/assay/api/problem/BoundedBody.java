package dev.assay.api.problem;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/**
 * Reads a body whole, up to a limit. What comes after the limit is read too and thrown away, up to a bound: a client that still
 * sends when the connection is closed gets a reset and does not read why it was refused.
 */
public final class BoundedBody {

    private static final long MOST_DISCARDED = 64 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final long most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long seen;

    private BoundedBody(long most) {
        this.most = most;
    }

    /** The body's bytes; empty when there are more than that. */
    public static Mono<Optional<byte[]>> read(ServerHttpRequest request, long most) {
        return Mono.defer(() -> {
            BoundedBody body = new BoundedBody(most);
            return request.getBody()
                    .map(body::take)
                    .takeUntil(seen -> seen > most + MOST_DISCARDED)
                    .then(Mono.fromSupplier(body::bytes));
        });
    }

    /** To be called before a request is refused whose body nobody has read. */
    static Mono<Void> discard(ServerHttpRequest request) {
        return read(request, 0).timeout(PATIENCE).then().onErrorComplete();
    }

    /** The bytes so far. The buffer is not passed on, since whatever is discarded further down is released there. */
    private long take(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        seen += bytes.length;
        if (seen <= most) {
            kept.writeBytes(bytes);
        }
        return seen;
    }

    private Optional<byte[]> bytes() {
        return seen <= most ? Optional.of(kept.toByteArray()) : Optional.empty();
    }
}

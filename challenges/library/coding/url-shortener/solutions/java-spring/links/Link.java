package links;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A short link; {@code expiresAt} is null when it never ends. */
record Link(String code, String url, AtomicLong hits, Instant expiresAt) {
    Link(String code, String url, Instant expiresAt) {
        this(code, url, new AtomicLong(), expiresAt);
    }

    boolean hasExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    void hit() {
        hits.incrementAndGet();
    }
}

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A short link; {@code expiresAt} is null when it never ends. */
record Link(String code, String url, Instant expiresAt, AtomicLong hits) {
    Link(String code, String url, Instant expiresAt) {
        this(code, url, expiresAt, new AtomicLong());
    }

    boolean hasExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    void hit() {
        hits.incrementAndGet();
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", code);
        json.put("url", url);
        json.put("hits", hits.get());
        json.put("expiresAt", expiresAt);
        return json;
    }
}

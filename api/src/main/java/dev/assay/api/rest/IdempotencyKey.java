package dev.assay.api.rest;

import dev.assay.api.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The key under which a client may repeat a creating request without creating twice. A request without one gets a
 * random key, so that every aggregate has one and a unique index can hold.
 */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";
    private static final int MOST_CHARACTERS = 200;
    private static final JsonMapper CANONICAL = JsonMapper.builder().build();

    public static IdempotencyKey of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return new IdempotencyKey(UUID.randomUUID().toString());
        }
        if (header.length() > MOST_CHARACTERS) {
            throw ProblemType.INVALID.at(HEADER, "must have at most " + MOST_CHARACTERS + " characters");
        }
        return new IdempotencyKey(header);
    }

    /**
     * What the aggregate keeps of the key and the request it was used for.
     *
     * @param scope what is created, with the organization; the same key may be used in another scope
     */
    public Used usedFor(String scope, Object body) {
        return new Used(
                sha256((scope + "\n" + value).getBytes(StandardCharsets.UTF_8)),
                sha256(CANONICAL.writeValueAsBytes(body)));
    }

    /**
     * Lives in the aggregate; {@code key} has a unique index.
     *
     * @param key SHA-256 of scope and key
     * @param request SHA-256 of the request's body
     */
    public record Used(String key, String request) {

        /** Refuses when the key was used for another request. */
        public void requireSameRequest(Used now) {
            if (!request.equals(now.request)) {
                throw ProblemType.IDEMPOTENCY_MISMATCH.because(
                        "This " + HEADER + " was used before with another body. Use a new key for a new request.");
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

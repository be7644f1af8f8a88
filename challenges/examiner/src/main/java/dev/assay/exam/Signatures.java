package dev.assay.exam;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures as third parties put them on what they send.
 *
 * <pre>{@code
 * String event = "{\"id\":\"ev_1\",\"type\":\"paid\"}";
 * service.post("/webhooks/payments")
 *         .header("Signature", Signatures.hmacSha256(payments.secret(), event))
 *         .body("application/json", event)
 *         .send();
 * }</pre>
 */
public final class Signatures {
    private static final String ALGORITHM = "HmacSHA256";

    private Signatures() {}

    /** HMAC with SHA-256 over the text in UTF-8, in lower-case hex digits. */
    public static String hmacSha256(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java installation lacks " + ALGORITHM, e);
        }
    }
}

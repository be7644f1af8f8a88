import dev.assay.exam.Reply;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tokens as the foyer's machine makes them, and as forgers do. */
final class Tokens {
    static final String KEY = "the-show-must-go-on-but-nobody-gets-in-for-free";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> MACS =
            Map.of("HS256", "HmacSHA256", "HS384", "HmacSHA384", "HS512", "HmacSHA512");

    private Tokens() {}

    /** Claims that make a good token; a test may change them. */
    static Map<String, Object> claims(String username, String role) {
        long made = Instant.now().getEpochSecond() - 5;
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", username);
        claims.put("role", role);
        claims.put("iat", made);
        claims.put("exp", made + 900);
        return claims;
    }

    static String signed(Map<String, Object> claims) {
        return signed("HS256", KEY, claims);
    }

    static String signed(String algorithm, String key, Map<String, Object> claims) {
        String content = content(algorithm, claims);
        return content + "." + signature(algorithm, key, content);
    }

    /** Ends with the dot after which a signature would stand. */
    static String unsigned(String algorithm, Map<String, Object> claims) {
        return content(algorithm, claims) + ".";
    }

    /** The claims with the signature of another token. */
    static String withSignatureOf(String token, Map<String, Object> claims) {
        return content("HS256", claims) + token.substring(token.lastIndexOf('.'));
    }

    /** The header of the token in the answer to a login. */
    static Map<String, Object> header(Reply login) {
        return read(login, 0);
    }

    static Map<String, Object> claims(Reply login) {
        return read(login, 1);
    }

    static boolean isSignedWithKey(Reply login) {
        String token = login.text("token");
        String content = token.substring(0, Math.max(0, token.lastIndexOf('.')));
        return token.equals(content + "." + signature("HS256", KEY, content));
    }

    private static Map<String, Object> read(Reply login, int part) {
        String[] parts = login.text("token").split("\\.", -1);
        if (parts.length != 3) {
            throw login.failure("expected a token of three parts with dots in between");
        }
        try {
            return JSON.readValue(Base64.getUrlDecoder().decode(parts[part]), new TypeReference<>() {});
        } catch (IllegalArgumentException | JacksonException e) {
            throw login.failure("expected part " + (part + 1) + " of the token to be JSON in Base64 for URLs");
        }
    }

    private static String content(String algorithm, Map<String, Object> claims) {
        return encoded(Map.of("alg", algorithm, "typ", "JWT")) + "." + encoded(claims);
    }

    private static String encoded(Map<String, Object> json) {
        return base64(JSON.writeValueAsBytes(json));
    }

    private static String signature(String algorithm, String key, String content) {
        try {
            Mac mac = Mac.getInstance(MACS.get(algorithm));
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return base64(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

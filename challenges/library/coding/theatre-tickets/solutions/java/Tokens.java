import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** The tokens that say who asks. */
final class Tokens {
    static final int LIFETIME_SECONDS = 900;

    private static final byte[] KEY =
            "the-show-must-go-on-but-nobody-gets-in-for-free".getBytes(StandardCharsets.UTF_8);
    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;

    private Tokens() {}

    static String issue(Account account, Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(account.username())
                .claim("role", account.role().text())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(LIFETIME_SECONDS)))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(ALGORITHM), claims);
        try {
            token.sign(new MACSigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** The username in a good token, nothing for any other. */
    static Optional<String> usernameIn(String token, Instant now) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            if (!isSigned(signed)) {
                return Optional.empty();
            }
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            Date end = claims.getExpirationTime();
            boolean ended = end == null || !now.isBefore(end.toInstant());
            return ended ? Optional.empty() : Optional.ofNullable(claims.getSubject());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The header must not choose how it is verified. */
    private static boolean isSigned(SignedJWT token) throws JOSEException {
        return token.getHeader().getAlgorithm().equals(ALGORITHM) && token.verify(new MACVerifier(KEY));
    }
}

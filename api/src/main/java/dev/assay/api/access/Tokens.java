package dev.assay.api.access;

import dev.assay.api.settings.DataFolder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;

/** Issues and reads the tokens of members and candidates, signed with a key that never leaves the data folder. */
@Component
public class Tokens {

    public static final Duration STAFF_LIFETIME = Duration.ofHours(12);

    static final String ISSUER = "assay";
    static final String STAFF = "staff";
    static final String CANDIDATE = "candidate";
    static final String ORGANIZATION = "org";
    static final String CREDENTIAL_VERSION = "cred";

    private final Clock clock;
    private final SecretKey key;
    private final JwtEncoder encoder;

    public record Token(String value, Instant expiresAt) {
        @Override
        public String toString() {
            return "Token[expiresAt=" + expiresAt + "]";
        }
    }

    Tokens(DataFolder data, Clock clock) {
        this.clock = clock;
        this.key = new SecretKeySpec(data.secret("token.key"), "HmacSHA256");
        this.encoder = NimbusJwtEncoder.withSecretKey(key)
                .algorithm(MacAlgorithm.HS256)
                .build();
    }

    public Token forMember(String organizationId, String memberId, long credentialVersion) {
        Instant expiresAt = clock.instant().plus(STAFF_LIFETIME);
        return issue(claims(STAFF, memberId, organizationId, expiresAt).claim(CREDENTIAL_VERSION, credentialVersion));
    }

    public Token forCandidate(String organizationId, String attemptId, Instant expiresAt) {
        return issue(claims(CANDIDATE, attemptId, organizationId, expiresAt));
    }

    /** Bytes that only this installation can derive from the text, and that do not tell its key. */
    public byte[] derive(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(("derive\n" + purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    ReactiveJwtDecoder decoder() {
        JwtTimestampValidator lifetime = new JwtTimestampValidator(Duration.ZERO);
        lifetime.setClock(clock);
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(lifetime, new JwtIssuerValidator(ISSUER)));
        return decoder;
    }

    private JwtClaimsSet.Builder claims(String audience, String subject, String organizationId, Instant expiresAt) {
        return JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of(audience))
                .subject(subject)
                .issuedAt(clock.instant())
                .expiresAt(expiresAt)
                .claim(ORGANIZATION, organizationId);
    }

    private Token issue(JwtClaimsSet.Builder builder) {
        JwtClaimsSet claims = builder.build();
        JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
        String value = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        Instant expiresAt = claims.getExpiresAt();
        return new Token(value, expiresAt == null ? clock.instant() : expiresAt);
    }
}

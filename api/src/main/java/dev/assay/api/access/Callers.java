package dev.assay.api.access;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** From a valid token to the one who calls. */
@Component
class Callers implements Converter<Jwt, Mono<AbstractAuthenticationToken>> {

    private final ObjectProvider<StaffDirectory> staff;

    Callers(ObjectProvider<StaffDirectory> staff) {
        this.staff = staff;
    }

    @Override
    public Mono<AbstractAuthenticationToken> convert(Jwt token) {
        String organizationId = token.getClaimAsString(Tokens.ORGANIZATION);
        String subject = token.getSubject();
        List<String> audience = token.getAudience();
        if (organizationId == null || subject == null || audience == null) {
            return Mono.error(unknown());
        }
        if (audience.contains(Tokens.CANDIDATE)) {
            return Mono.just(new Caller(new CurrentCandidate(subject, organizationId)));
        }
        if (audience.contains(Tokens.STAFF) && token.getClaim(Tokens.CREDENTIAL_VERSION) instanceof Number version) {
            return staff.getObject()
                    .member(organizationId, subject, version.longValue())
                    .<AbstractAuthenticationToken>map(Caller::new)
                    .switchIfEmpty(Mono.error(Callers::unknown));
        }
        return Mono.error(unknown());
    }

    private static InvalidBearerTokenException unknown() {
        return new InvalidBearerTokenException("The token is of nobody here");
    }
}

package dev.assay.api.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** An authenticated call; the principal is a {@link CurrentMember} or a {@link CurrentCandidate}. */
final class Caller extends AbstractAuthenticationToken {

    private final transient Object principal;

    Caller(Object principal) {
        super(List.of());
        this.principal = principal;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return principal;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Caller caller && principal.equals(caller.principal);
    }

    @Override
    public int hashCode() {
        return principal.hashCode();
    }
}

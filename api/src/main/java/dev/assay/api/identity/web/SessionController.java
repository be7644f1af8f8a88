package dev.assay.api.identity.web;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.identity.SignIn;
import dev.assay.api.identity.SignIn.SignedIn;
import dev.assay.api.organization.Organizations;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.InetSocketAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/session")
class SessionController {

    private final SignIn signIn;
    private final Organizations organizations;

    SessionController(SignIn signIn, Organizations organizations) {
        this.signIn = signIn;
        this.organizations = organizations;
    }

    record Credentials(
            @NotBlank(message = "must not be empty") @Size(max = 254, message = "must have at most 254 characters")
            String email,

            @NotEmpty(message = "must not be empty") @Size(max = 200, message = "must have at most 200 characters")
            String password) {
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    record PasswordChange(
            @NotEmpty(message = "must not be empty") @Size(max = 200, message = "must have at most 200 characters")
            String currentPassword,

            @NotEmpty(message = "must not be empty") @Size(max = 200, message = "must have at most 200 characters")
            String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    record Session(String token, Instant expiresAt, Member member) {
        @Override
        public String toString() {
            return "Session[expiresAt=" + expiresAt + "]";
        }
    }

    @PostMapping
    Mono<Session> signIn(@Valid @RequestBody Credentials credentials, ServerHttpRequest request) {
        return signIn.signIn(credentials.email(), credentials.password(), address(request))
                .flatMap(this::session);
    }

    @GetMapping
    Mono<Member> whoAmI(@AuthenticationPrincipal CurrentMember me) {
        return organizations
                .organization(me.organizationId())
                .map(organization -> new Member(
                        me.id(),
                        me.name(),
                        me.email(),
                        me.roles().stream().sorted().toList(),
                        organization.name(),
                        me.mustChangePassword()));
    }

    @PutMapping("/password")
    Mono<Session> changePassword(@AuthenticationPrincipal CurrentMember me, @Valid @RequestBody PasswordChange change) {
        return signIn.changePassword(me, change.currentPassword(), change.newPassword())
                .flatMap(this::session);
    }

    private Mono<Session> session(SignedIn signedIn) {
        return organizations
                .organization(signedIn.account().organizationId())
                .map(organization -> new Session(
                        signedIn.token().value(),
                        signedIn.token().expiresAt(),
                        Member.of(signedIn.account(), organization)));
    }

    private static String address(ServerHttpRequest request) {
        @Nullable InetSocketAddress remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }
}

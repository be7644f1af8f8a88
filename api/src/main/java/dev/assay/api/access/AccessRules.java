package dev.assay.api.access;

import dev.assay.api.problem.FieldProblem;
import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemHandler;
import dev.assay.api.problem.ProblemType;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import reactor.core.publisher.Mono;

/** Which path needs whom. A path under /api that is not named here is for any member. */
@Configuration(proxyBeanMethods = false)
class AccessRules {

    /** Styles may stand in the page because the component and editor libraries write them there; scripts may not. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    @Bean
    ReactiveJwtDecoder jwtDecoder(Tokens tokens) {
        return tokens.decoder();
    }

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http, ReactiveJwtDecoder decoder, Callers callers, ProblemHandler problems) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicy(policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                        .frameOptions(options -> options.mode(XFrameOptionsServerHttpHeadersWriter.Mode.DENY)))
                .authorizeExchange(
                        paths -> paths.pathMatchers(HttpMethod.POST, "/api/v1/session", "/api/v1/candidate/session")
                                .permitAll()
                                .pathMatchers(HttpMethod.GET, "/api/v1/status", "/api/v1/openapi.json")
                                .permitAll()
                                .pathMatchers("/api/v1/attempt", "/api/v1/attempt/**")
                                .access(AccessRules::candidate)
                                .pathMatchers("/api/v1/session", "/api/v1/session/**")
                                .access(AccessRules::anyMember)
                                .pathMatchers("/api/v1/members", "/api/v1/members/**")
                                .access(member(Role.OWNER))
                                .pathMatchers(
                                        "/api/v1/catalog/**",
                                        "/api/v1/challenges/**",
                                        "/api/v1/regrades/**",
                                        "/api/v1/assessments/**",
                                        "/api/v1/invitations/**",
                                        "/api/v1/results/**")
                                .access(member(Role.OWNER, Role.RECRUITER))
                                .pathMatchers("/api/v1/reviews/**")
                                .access(member(Role.INTERVIEWER))
                                .pathMatchers("/api/**")
                                .access(member(Role.values()))
                                .anyExchange()
                                .permitAll())
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.jwtDecoder(decoder).jwtAuthenticationConverter(callers))
                                .authenticationEntryPoint(problems)
                                .accessDeniedHandler(problems::handle))
                .exceptionHandling(
                        faults -> faults.authenticationEntryPoint(problems).accessDeniedHandler(problems::handle))
                .build();
    }

    private static Mono<AuthorizationResult> candidate(Mono<Authentication> caller, AuthorizationContext context) {
        return decide(caller, principal -> principal instanceof CurrentCandidate);
    }

    private static Mono<AuthorizationResult> anyMember(Mono<Authentication> caller, AuthorizationContext context) {
        return decide(caller, principal -> principal instanceof CurrentMember);
    }

    private static ReactiveAuthorizationManager<AuthorizationContext> member(Role... anyOf) {
        return (caller, context) ->
                decide(caller, principal -> principal instanceof CurrentMember member && mayEnter(member, anyOf));
    }

    private static boolean mayEnter(CurrentMember member, Role... anyOf) {
        if (member.mustChangePassword()) {
            throw ProblemType.PASSWORD_CHANGE_REQUIRED.because(
                    "This password was made for you. Choose your own, then go on.");
        }
        if (Arrays.stream(anyOf).noneMatch(member::is)) {
            throw roleRequired(anyOf);
        }
        return true;
    }

    /** Nobody is a refusal too: an empty decision would leave it to the next rule. */
    private static Mono<AuthorizationResult> decide(Mono<Authentication> caller, Predicate<@Nullable Object> rule) {
        return caller.<AuthorizationResult>map(known -> new AuthorizationDecision(rule.test(known.getPrincipal())))
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    private static ProblemException roleRequired(Role... anyOf) {
        String needed = Arrays.stream(anyOf).map(Role::name).collect(Collectors.joining(" or "));
        return ProblemType.ROLE_REQUIRED
                .because("This needs the role " + needed + ". Ask an owner of your organization for it.")
                .with(new FieldProblem("role", "must be " + needed));
    }
}

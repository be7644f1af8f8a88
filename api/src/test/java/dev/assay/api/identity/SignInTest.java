package dev.assay.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.access.Role;
import dev.assay.api.testing.ApiTest;
import dev.assay.api.testing.MutableClock;
import dev.assay.api.testing.TestStaff;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@ApiTest
class SignInTest {

    private static final String CHOSEN = "a password of my own";

    @Autowired
    WebTestClient client;

    @Autowired
    TestStaff staff;

    @Autowired
    Members members;

    @Autowired
    MutableClock clock;

    private Members.Added added;

    @BeforeEach
    void aNewMember() {
        clock.advance(Duration.ofHours(1));
        String email = "New" + clock.millis() + "@Example.org";
        added = members.add(staff.organizationId(), "New", email, Set.of(Role.RECRUITER))
                .block();
    }

    @Test
    void aNewMemberMustChangeThePasswordFirst() {
        JsonNode session = body(signIn(added.account().email().toLowerCase(Locale.ROOT), added.password()), 200);
        assertThat(session.at("/member/mustChangePassword").asBoolean()).isTrue();
        String bearer = "Bearer " + session.at("/token").asString();
        body(get("/api/v1/session", bearer), 200);
        assertThat(body(get("/api/v1/catalog", bearer), 403).at("/type").asString())
                .endsWith("password-change-required");

        JsonNode changed = body(change(bearer, added.password(), CHOSEN), 200);
        assertThat(changed.at("/member/mustChangePassword").asBoolean()).isFalse();
        body(get("/api/v1/catalog", "Bearer " + changed.at("/token").asString()), 200);
        body(get("/api/v1/session", bearer), 401);
        body(signIn(added.account().email(), added.password()), 401);
        body(signIn(added.account().email(), CHOSEN), 200);
    }

    @Test
    void aWeakOrUnchangedPasswordIsRefusedWithItsField() {
        String bearer = "Bearer "
                + body(signIn(added.account().email(), added.password()), 200)
                        .at("/token")
                        .asString();
        assertField(change(bearer, added.password(), "too short"), "newPassword");
        assertField(change(bearer, added.password(), "x".repeat(73)), "newPassword");
        assertField(change(bearer, added.password(), added.password()), "newPassword");
        assertField(change(bearer, "wrong", CHOSEN), "currentPassword");
    }

    @Test
    void anUnknownAddressAndAWrongPasswordLookTheSame() {
        JsonNode unknown = body(signIn("nobody@example.org", "wrong"), 401);
        JsonNode wrong = body(signIn(added.account().email(), "wrong"), 401);
        assertThat(unknown).isEqualTo(wrong);
        assertThat(unknown.at("/type").asString()).endsWith("sign-in-failed");
    }

    @Test
    void guessingIsThrottledAndForgivenWithTime() {
        for (int i = 0; i < 10; i++) {
            body(signIn(added.account().email(), "guess " + i), 401);
        }
        signIn(added.account().email(), added.password())
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER);
        clock.advance(Duration.ofMinutes(16));
        body(signIn(added.account().email(), added.password()), 200);
    }

    @Test
    void aTokenEndsAfterItsLifetime() {
        String bearer = staff.bearer(Role.RECRUITER);
        body(get("/api/v1/session", bearer), 200);
        clock.advance(Duration.ofHours(13));
        body(get("/api/v1/session", bearer), 401);
    }

    @Test
    void anOwnerAddsMembersEachAddressOnce() {
        String owner = staff.bearer(Role.OWNER);
        Map<String, Object> wanted =
                Map.of("name", "Iris", "email", "iris@example.org", "roles", Set.of("INTERVIEWER"));
        JsonNode made = body(post("/api/v1/members", owner, wanted), 201);
        body(signIn("iris@example.org", made.at("/password").asString()), 200);
        Map<String, Object> again = Map.of("name", "I", "email", "IRIS@example.org", "roles", Set.of("OWNER"));
        assertThat(body(post("/api/v1/members", owner, again), 409)
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("email");
        body(post("/api/v1/members", staff.bearer(Role.RECRUITER), wanted), 403);
        assertThat(body(get("/api/v1/members", owner), 200).toString())
                .contains("iris@example.org")
                .doesNotContain("passwordHash", "bcrypt");
    }

    private static void assertField(ResponseSpec response, String field) {
        assertThat(body(response, 422).at("/errors/0/field").asString()).isEqualTo(field);
    }

    private ResponseSpec signIn(String email, String password) {
        return post("/api/v1/session", "", Map.of("email", email, "password", password));
    }

    private ResponseSpec change(String bearer, String current, String wanted) {
        return client.put()
                .uri("/api/v1/session/password")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .bodyValue(Map.of("currentPassword", current, "newPassword", wanted))
                .exchange();
    }

    private ResponseSpec post(String path, String bearer, Object body) {
        return client.post()
                .uri(path)
                .headers(headers -> {
                    if (!bearer.isEmpty()) {
                        headers.set(HttpHeaders.AUTHORIZATION, bearer);
                    }
                })
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec get(String path, String bearer) {
        return client.get().uri(path).header(HttpHeaders.AUTHORIZATION, bearer).exchange();
    }

    private static JsonNode body(ResponseSpec response, int status) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}

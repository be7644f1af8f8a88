package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.access.Role;
import dev.assay.api.invitation.Invitations;
import dev.assay.api.testing.ApiTest;
import dev.assay.api.testing.MutableClock;
import dev.assay.api.testing.TestStaff;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@ApiTest
class CompanyJourneyTest {

    private static final String ASSESSMENT = """
            {"title": "Backend, spring", "role": "Backend developer", "level": "MID", "minutes": 90,
             "items": [{"kind": "EXERCISE", "id": "url-shortener-at-scale"}]}""";
    private static final String INVITATION = """
            {"candidateName": "Ada", "candidateEmail": "ada@example.org", "expiresInDays": 7, "timeMultiplier": 1.5}""";

    @Autowired
    WebTestClient client;

    @Autowired
    TestStaff staff;

    @Autowired
    MutableClock clock;

    @Autowired
    Invitations invitations;

    private String recruiter = "";

    @BeforeEach
    void aRecruiter() {
        recruiter = staff.bearer(Role.RECRUITER);
    }

    @Test
    void theCatalogShowsThePackagesWithTheirContents() {
        get("/api/v1/catalog", recruiter)
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.id == 'url-shortener-at-scale')].kind")
                .isEqualTo("EXERCISE");
        get("/api/v1/catalog/EXERCISE/url-shortener-at-scale", recruiter)
                .isOk()
                .expectBody()
                .jsonPath("$.brief")
                .isNotEmpty()
                .jsonPath("$.sections.length()")
                .isEqualTo(5)
                .jsonPath("$.rubric[0].anchors['1']")
                .isNotEmpty();
        problem(get("/api/v1/catalog/EXERCISE/nothing", recruiter).isNotFound(), "not-found");
    }

    @Test
    void anAssessmentIsMadeOnceForOneKey() {
        JsonNode first = created("/api/v1/assessments", ASSESSMENT, "key-1");
        JsonNode second = created("/api/v1/assessments", ASSESSMENT, "key-1");
        assertThat(second).isEqualTo(first);
        assertThat(first.at("/items/0/version").asString()).hasSize(64);
        problem(
                post("/api/v1/assessments", ASSESSMENT.replace("90", "60"), "key-1")
                        .isEqualTo(422),
                "idempotency-mismatch");
        assertThat(created("/api/v1/assessments", ASSESSMENT, "key-2").at("/id"))
                .isNotEqualTo(first.at("/id"));
        get("/api/v1/assessments/" + first.at("/id").asString(), recruiter)
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"1\"");
    }

    @Test
    void theSameKeyOfAnotherMemberOfAnotherOrganizationIsAnotherKey() {
        created("/api/v1/assessments", ASSESSMENT, "shared-key");
        recruiter = staff.bearer(staff.member(staff.newOrganization("Other"), Role.RECRUITER));
        created("/api/v1/assessments", ASSESSMENT.replace("90", "60"), "shared-key");
    }

    @Test
    void assessmentsAreListedInPagesNewestFirst() {
        recruiter = staff.bearer(staff.member(staff.newOrganization("Lists"), Role.RECRUITER));
        String oldest =
                created("/api/v1/assessments", ASSESSMENT, "a").at("/id").asString();
        created("/api/v1/assessments", ASSESSMENT, "b");
        String newest =
                created("/api/v1/assessments", ASSESSMENT, "c").at("/id").asString();
        JsonNode first = body(get("/api/v1/assessments?limit=2", recruiter).isOk());
        assertThat(first.at("/items")).hasSize(2);
        assertThat(first.at("/items/0/id").asString()).isEqualTo(newest);
        JsonNode last = body(get(
                        "/api/v1/assessments?limit=2&cursor="
                                + first.at("/nextCursor").asString(),
                        recruiter)
                .isOk());
        assertThat(last.at("/items")).hasSize(1);
        assertThat(last.at("/items/0/id").asString()).isEqualTo(oldest);
        assertThat(last.at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void aWrongAssessmentNamesEveryFieldAtFault() {
        post("/api/v1/assessments", """
                {"title": " ", "role": "x", "level": "MID", "minutes": 4, "items": [{"kind": "CHALLENGE", "id": ""}]}""", "k")
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields.toString()).contains("\"title\"", "\"minutes\"", "\"items[0].id\""));
        post("/api/v1/assessments", ASSESSMENT.replace("url-shortener-at-scale", "nothing"), "k")
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("items[0].id");
    }

    @Test
    void anInvitationsLinkOpensUntilItExpires() {
        String assessment =
                created("/api/v1/assessments", ASSESSMENT, "i").at("/id").asString();
        String path = "/api/v1/assessments/" + assessment + "/invitations";
        JsonNode invited = created(path, INVITATION, "i1");
        assertThat(created(path, INVITATION, "i1")).isEqualTo(invited);
        String link = invited.at("/link").asString();
        assertThat(link).contains("/take/");
        String secret = link.substring(link.lastIndexOf('/') + 1);
        String id = invited.at("/invitation/id").asString();

        StepVerifier.create(invitations.open(secret))
                .assertNext(open -> {
                    assertThat(open.id()).isEqualTo(id);
                    assertThat(open.timeMultiplier()).isEqualTo(1.5);
                })
                .verifyComplete();
        StepVerifier.create(invitations.open(secret.replace(secret.charAt(0), '~')))
                .verifyErrorMatches(fault -> fault.getMessage().contains("invitation-unknown"));
        state(path, id, "PENDING");

        clock.advance(Duration.ofDays(7));
        StepVerifier.create(invitations.open(secret))
                .verifyErrorMatches(fault -> fault.getMessage().contains("invitation-expired"));
        recruiter = staff.bearer(Role.RECRUITER);
        state(path, id, "EXPIRED");
    }

    @Test
    void anInvitationHasOneAttemptAndCanBeRevokedUntilItStarts() {
        String organization = staff.organizationId();
        String assessment =
                created("/api/v1/assessments", ASSESSMENT, "r").at("/id").asString();
        String path = "/api/v1/assessments/" + assessment + "/invitations";
        String started = created(path, INVITATION, "r1").at("/invitation/id").asString();
        JsonNode toRevoke = created(path, INVITATION, "r2");
        String revoked = toRevoke.at("/invitation/id").asString();

        assertThat(invitations
                        .linkAttempt(organization, started, "attempt-1")
                        .block()
                        .attemptId())
                .isEqualTo("attempt-1");
        assertThat(invitations
                        .linkAttempt(organization, started, "attempt-2")
                        .block()
                        .attemptId())
                .isEqualTo("attempt-1");
        invitations.started(organization, started, clock.instant()).block();
        state(path, started, "RUNNING");
        problem(delete("/api/v1/invitations/" + started).isEqualTo(409), "invitation-used");

        delete("/api/v1/invitations/" + revoked).isNoContent();
        delete("/api/v1/invitations/" + revoked).isNoContent();
        state(path, revoked, "REVOKED");
        StepVerifier.create(invitations.started(organization, revoked, clock.instant()))
                .verifyErrorMatches(fault -> fault.getMessage().contains("invitation-revoked"));
        String link = toRevoke.at("/link").asString();
        StepVerifier.create(invitations.open(link.substring(link.lastIndexOf('/') + 1)))
                .verifyErrorMatches(fault -> fault.getMessage().contains("invitation-revoked"));

        invitations.finished(organization, started, clock.instant()).block();
        state(path, started, "FINISHED");
    }

    @Test
    void anotherOrganizationsThingsDoNotExist() {
        String assessment =
                created("/api/v1/assessments", ASSESSMENT, "t").at("/id").asString();
        String invitation = created("/api/v1/assessments/" + assessment + "/invitations", INVITATION, "t1")
                .at("/invitation/id")
                .asString();
        recruiter = staff.bearer(staff.member(staff.newOrganization("Other"), Role.OWNER));
        problem(get("/api/v1/assessments/" + assessment, recruiter).isNotFound(), "not-found");
        problem(
                get("/api/v1/assessments/" + assessment + "/invitations", recruiter)
                        .isNotFound(),
                "not-found");
        problem(
                post("/api/v1/assessments/" + assessment + "/invitations", INVITATION, "t2")
                        .isNotFound(),
                "not-found");
        problem(delete("/api/v1/invitations/" + invitation).isNotFound(), "not-found");
        assertThat(body(get("/api/v1/assessments", recruiter).isOk()).at("/items"))
                .isEmpty();
    }

    @Test
    void anInterviewerMayNotSeeAssessments() {
        get("/api/v1/assessments", staff.bearer(Role.INTERVIEWER))
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:assay:problem:role-required")
                .jsonPath("$.errors[0].field")
                .isEqualTo("role");
    }

    private void state(String path, String id, String state) {
        get(path, recruiter)
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.id == '" + id + "')].state")
                .isEqualTo(state);
    }

    private JsonNode created(String path, String body, String key) {
        return body(post(path, body, key).isCreated());
    }

    private static JsonNode body(ResponseSpec response) {
        return response.expectBody(JsonNode.class).returnResult().getResponseBody();
    }

    private static void problem(ResponseSpec response, String slug) {
        response.expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:assay:problem:" + slug);
    }

    private StatusAssertions get(String path, String bearer) {
        return client.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .exchange()
                .expectStatus();
    }

    private StatusAssertions delete(String path) {
        return client.delete()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, recruiter)
                .exchange()
                .expectStatus();
    }

    private StatusAssertions post(String path, String body, String key) {
        return client.post()
                .uri(path)
                .headers(
                        headers -> headers.setAll(Map.of(HttpHeaders.AUTHORIZATION, recruiter, "Idempotency-Key", key)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus();
    }
}

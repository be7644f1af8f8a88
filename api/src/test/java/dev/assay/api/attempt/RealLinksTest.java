package dev.assay.api.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.assay.api.access.Role;
import dev.assay.api.testing.ApiTest;
import dev.assay.api.testing.MutableClock;
import dev.assay.api.testing.TestCandidate;
import dev.assay.api.testing.TestStaff;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Links from the company that issues them to the candidate who opens them, with nothing replaced. */
@ApiTest
class RealLinksTest {

    private static final String ASSESSMENT = """
            {"title": "Design", "role": "Backend developer", "level": "MID", "minutes": 60,
             "items": [{"kind": "EXERCISE", "id": "url-shortener-at-scale"}]}""";
    private static final String INVITATION = """
            {"candidateName": "Ada", "candidateEmail": "ada@example.org", "expiresInDays": 1, "timeMultiplier": 1.5}""";

    @Autowired
    WebTestClient client;

    @Autowired
    TestStaff staff;

    @Autowired
    MutableClock clock;

    private String recruiter = "";
    private String invitationId = "";
    private String secret = "";

    @BeforeEach
    void anInvitation() {
        recruiter = staff.bearer(Role.RECRUITER);
        String assessment = JsonPath.read(post("/api/v1/assessments", ASSESSMENT), "$.id");
        String issued = post("/api/v1/assessments/" + assessment + "/invitations", INVITATION);
        invitationId = JsonPath.read(issued, "$.invitation.id");
        String link = JsonPath.read(issued, "$.link");
        secret = link.substring(link.lastIndexOf('/') + 1);
    }

    @Test
    void anInventedLinkIsNotKnown() {
        refused(TestCandidate.open(client, secret + "x"), 404, "invitation-unknown");
    }

    @Test
    void anExpiredLinkOpensNothing() {
        clock.advance(Duration.ofDays(1));

        refused(TestCandidate.open(client, secret), 410, "invitation-expired");
    }

    @Test
    void aLinkOpenedInTimeStartsNothingAfterItExpired() {
        clock.advance(Duration.ofDays(1).minusHours(1));
        TestCandidate candidate = TestCandidate.opening(client, secret);
        clock.advance(Duration.ofHours(1));

        refused(candidate.post("/start", null), 410, "invitation-expired");
        assertThat(candidate.<String>read("", "$.state")).isEqualTo("READY");
    }

    @Test
    void aStartedAttemptOutlivesItsLinkAndKeepsItsOwnDeadline() {
        clock.advance(Duration.ofDays(1).minusMinutes(1));
        TestCandidate candidate = TestCandidate.opening(client, secret);
        candidate.post("/start", null).expectStatus().isOk();

        clock.advance(Duration.ofMinutes(89));
        TestCandidate back = TestCandidate.opening(client, secret);
        String path = candidate.read("/items/1", "$.workspace.files[0].path");
        back.write("1", 0, path, "in time").expectStatus().isOk();

        clock.advance(Duration.ofMinutes(1));
        refused(back.write("1", 1, path, "too late"), 409, "attempt-over");
        refused(TestCandidate.open(client, secret), 409, "invitation-used");
    }

    @Test
    void aRevokedLinkOpensAndStartsNothing() {
        TestCandidate candidate = TestCandidate.opening(client, secret);
        client.delete()
                .uri("/api/v1/invitations/" + invitationId)
                .header(HttpHeaders.AUTHORIZATION, recruiter)
                .exchange()
                .expectStatus()
                .isNoContent();

        refused(TestCandidate.open(client, secret), 410, "invitation-revoked");
        refused(candidate.post("/start", null), 410, "invitation-revoked");
    }

    @Test
    void aUsedLinkLeadsNowhere() {
        TestCandidate candidate = TestCandidate.opening(client, secret);
        candidate.post("/start", null).expectStatus().isOk();
        candidate.post("/finish", null).expectStatus().isOk();

        refused(TestCandidate.open(client, secret), 409, "invitation-used");
    }

    private String post(String path, String body) {
        return TestCandidate.bodyOf(client.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, recruiter)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated());
    }

    private static void refused(ResponseSpec response, int status, String slug) {
        response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:assay:problem:" + slug);
    }
}

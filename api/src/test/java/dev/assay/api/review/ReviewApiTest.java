package dev.assay.api.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.assay.api.access.Role;
import dev.assay.api.testing.CandidateTest;
import dev.assay.api.testing.TestCandidate;
import dev.assay.api.testing.TestJudgements;
import dev.assay.api.testing.World;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@CandidateTest
class ReviewApiTest {

    @Autowired
    World world;

    private String organization = "";
    private String answerId = "";
    private TestCandidate candidate;
    private WebTestClient ines;
    private WebTestClient ivan;
    private WebTestClient recruiter;

    @BeforeEach
    void anAnswerIsHandedIn() {
        world.engine().reset();
        organization = world.organization();
        candidate = world.started(organization);
        candidate.write("2", 0, "api.md", "GET /echo").expectStatus().isOk();
        candidate.post("/finish", null).expectStatus().isOk();
        ines = world.member(organization, "Ines", Role.INTERVIEWER);
        ivan = world.member(organization, "Ivan", Role.INTERVIEWER, Role.RECRUITER);
        recruiter = world.member(organization, "Rita", Role.RECRUITER);
        answerId = JsonPath.read(body(ines, "/reviews"), "$.items[0].answerId");
    }

    @Test
    void theAnswerSaysNothingOfItsCandidate() {
        String tasks = body(ines, "/reviews");
        String page = body(ines, "/reviews/" + answerId);

        assertThat(JsonPath.<List<Object>>read(tasks, "$.items")).hasSize(1);
        assertThat(JsonPath.<String>read(tasks, "$.items[0].myState")).isEqualTo("NONE");
        assertThat(tasks + page).doesNotContain("Ada", "ada@example.org", candidate.attemptId(), candidate.secret());
        assertThat(JsonPath.<String>read(page, "$.sections[0].text")).isEqualTo("GET /echo");
        assertThat(JsonPath.<String>read(page, "$.sections[1].text")).isEmpty();
        assertThat(JsonPath.<String>read(page, "$.criteria[1].anchors['5']")).isEqualTo("everything");
    }

    @Test
    void whatTheCandidateWritesAfterTheEndIsNotInTheAnswer() {
        candidate.write("2", 1, "api.md", "too late").expectStatus().isEqualTo(409);

        assertThat(JsonPath.<String>read(body(ines, "/reviews/" + answerId), "$.sections[0].text"))
                .isEqualTo("GET /echo");
    }

    @Test
    void twoWindowsDoNotOverwriteEachOther() {
        String first = tag(draft(ines, null, 3, 3).expectStatus().isOk());

        draft(ines, null, 1, 1).expectStatus().isEqualTo(412);
        String second = tag(draft(ines, first, 4, 4).expectStatus().isOk());
        draft(ines, first, 5, 5)
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:assay:problem:changed-meanwhile");
        ines.get()
                .uri(path("/reviews/" + answerId))
                .exchange()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, second)
                .expectBody()
                .jsonPath("$.mine.ratings[0].level")
                .isEqualTo(4);
        call(ines, HttpMethod.PUT, "/draft", grading(1, 1), Map.of())
                .expectStatus()
                .isEqualTo(428);
    }

    @Test
    void anIncompleteReviewIsNotSent() {
        Map<String, Object> partial = Map.of("ratings", List.of(rating("clarity", 4)), "summary", "");
        String tag = tag(call(ines, HttpMethod.PUT, "/draft", partial, first())
                .expectStatus()
                .isOk());

        call(ines, HttpMethod.POST, "/send", null, ifMatch(tag))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:assay:problem:review-incomplete")
                .jsonPath("$.errors[0].field")
                .isEqualTo("ratings.depth.level");
    }

    @Test
    void interviewersAreBlindUntilBothHaveSent() {
        send(ines, 5, 5);
        assertThat(JsonPath.<List<Object>>read(body(ivan, "/reviews/" + answerId), "$.others"))
                .isEmpty();
        draft(ivan, null, 2, 2).expectStatus().isOk();
        assertThat(JsonPath.<List<Object>>read(body(ivan, "/reviews/" + answerId), "$.others"))
                .isEmpty();
        assertThat(JsonPath.<List<Object>>read(body(ines, "/reviews/" + answerId), "$.others"))
                .isEmpty();

        call(ivan, HttpMethod.POST, "/send", null, ifMatch("\"1\""))
                .expectStatus()
                .isOk();

        assertThat(JsonPath.<String>read(body(ivan, "/reviews/" + answerId), "$.others[0].interviewerName"))
                .isEqualTo("Ines");
        assertThat(JsonPath.<String>read(body(ines, "/reviews/" + answerId), "$.others[0].interviewerName"))
                .isEqualTo("Ivan");
    }

    @Test
    void whatWasSentIsAmendedAndNeverChanged() {
        String sent = send(ines, 5, 5);
        draft(ines, sent, 1, 1)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:assay:problem:review-sent");

        Map<String, Object> amendment = Map.of(
                "reason", "misread", "ratings", List.of(rating("clarity", 1), rating("depth", 1)), "summary", "Low");
        call(ines, HttpMethod.POST, "/amend", amendment, ifMatch(sent))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.score")
                .isEqualTo(0)
                .jsonPath("$.history[0].score")
                .isEqualTo(100)
                .jsonPath("$.history[1].reason")
                .isEqualTo("misread");
    }

    @Test
    void theCompanyReadsOneResultOfBothHalves() {
        send(ines, 5, 3);

        String list = body(recruiter, "/results");
        String report = body(recruiter, "/results/" + candidate.attemptId());

        assertThat(JsonPath.<String>read(list, "$.items[0].candidateName")).isEqualTo("Ada Lovelace");
        assertThat(JsonPath.<Integer>read(list, "$.items[0].designScore")).isEqualTo(62);
        assertThat(JsonPath.<Object>read(list, "$.items[0].codingScore")).isNull();
        assertThat(JsonPath.<String>read(report, "$.items[1].answer[0].text")).isEqualTo("GET /echo");
        assertThat(JsonPath.<String>read(report, "$.items[1].reviews[0].interviewerName"))
                .isEqualTo("Ines");
        assertThat(JsonPath.<List<String>>read(report, "$.items[1].criteria[*].title"))
                .hasSameSizeAs(JsonPath.<List<Object>>read(report, "$.items[1].reviews[0].ratings"))
                .doesNotContainNull();
        assertThat(JsonPath.<Object>read(report, "$.items[0].criteria")).isNull();
        assertThat(JsonPath.<Object>read(report, "$.items[0].submission")).isNull();
    }

    @Test
    void anInterviewerWhoStillHasToReviewLearnsNothingFromTheResult() {
        send(ines, 5, 5);

        String before = body(ivan, "/results/" + candidate.attemptId());
        String listBefore = body(ivan, "/results");
        send(ivan, 1, 1);
        String after = body(ivan, "/results/" + candidate.attemptId());

        assertThat(JsonPath.<Boolean>read(before, "$.items[1].reviewsHidden")).isTrue();
        assertThat(JsonPath.<List<Object>>read(before, "$.items[1].reviews")).isEmpty();
        assertThat(JsonPath.<Object>read(before, "$.designScore")).isNull();
        assertThat(JsonPath.<Object>read(listBefore, "$.items[0].designScore")).isNull();
        assertThat(JsonPath.<Boolean>read(after, "$.items[1].reviewsHidden")).isFalse();
        assertThat(JsonPath.<Integer>read(after, "$.designScore")).isEqualTo(50);
    }

    @Test
    void theReportHasTheLastSubmissionWithEveryTest() {
        TestCandidate coder = world.started(organization);
        coder.write("1", 0, "Main.java", "class Handed {}").expectStatus().isOk();
        String id = coder.submit();
        world.engine().await(id, 1).judge(TestJudgements.partial());
        Awaitility.await()
                .until(() -> coder.read("/submissions/" + id, "$.state").equals("JUDGED"));

        String report = body(recruiter, "/results/" + coder.attemptId());

        assertThat(JsonPath.<Integer>read(report, "$.codingScore")).isEqualTo(50);
        assertThat(JsonPath.<Integer>read(report, "$.items[0].submissionsCount"))
                .isEqualTo(1);
        assertThat(JsonPath.<List<Object>>read(report, "$.items[0].submission.judgement.tests"))
                .hasSize(2);
        assertThat(JsonPath.<String>read(report, "$.items[0].submission.files[0].text"))
                .isEqualTo("class Handed {}");
    }

    @Test
    void anotherOrganizationSeesNothing() {
        WebTestClient stranger =
                world.member(world.organization(), "Sam", Role.INTERVIEWER, Role.RECRUITER, Role.OWNER);

        assertThat(JsonPath.<List<Object>>read(body(stranger, "/reviews"), "$.items"))
                .isEmpty();
        assertThat(JsonPath.<List<Object>>read(body(stranger, "/results"), "$.items"))
                .isEmpty();
        for (String path : List.of("/reviews/" + answerId, "/results/" + candidate.attemptId())) {
            stranger.get().uri(path(path)).exchange().expectStatus().isNotFound();
        }
        draft(stranger, null, 1, 1).expectStatus().isNotFound();
    }

    @Test
    void rolesDecideWhoReadsWhat() {
        ines.get().uri(path("/results")).exchange().expectStatus().isForbidden();
        recruiter.get().uri(path("/reviews")).exchange().expectStatus().isForbidden();
    }

    @Test
    void hostileBodiesAreRefusedWithTheirField() {
        for (String body : List.of(
                "{\"ratings\":{\"$gt\":\"\"},\"summary\":\"\"}",
                "{\"ratings\":[{\"criterionId\":{\"$ne\":1}}],\"summary\":\"\"}",
                "{\"ratings\":[{\"criterionId\":\"depth\",\"level\":6}],\"summary\":\"\"}",
                "{\"ratings\":[{\"criterionId\":\"depth\",\"level\":2.5}],\"summary\":\"\"}",
                "{\"ratings\":[null],\"summary\":\"\"}",
                "{\"ratings\":[],\"summary\":\"\\u0000\"}")) {
            String problem = TestCandidate.bodyOf(call(ines, HttpMethod.PUT, "/draft", body, first())
                    .expectStatus()
                    .is4xxClientError());
            assertThat(JsonPath.<String>read(problem, "$.errors[0].field")).isNotBlank();
        }
    }

    @Test
    void listsComeInPages() {
        TestCandidate second = world.started(organization);
        second.post("/finish", null).expectStatus().isOk();

        String one = body(recruiter, "/results?limit=1");
        String two = body(recruiter, "/results?limit=1&cursor=" + JsonPath.<String>read(one, "$.nextCursor"));

        assertThat(JsonPath.<String>read(one, "$.items[0].attemptId")).isEqualTo(second.attemptId());
        assertThat(JsonPath.<String>read(two, "$.items[0].attemptId")).isEqualTo(candidate.attemptId());
        assertThat(JsonPath.<Object>read(two, "$.nextCursor")).isNull();
        String tasks = body(ines, "/reviews?limit=1");
        String more = body(ines, "/reviews?limit=1&cursor=" + JsonPath.<String>read(tasks, "$.nextCursor"));
        assertThat(JsonPath.<String>read(more, "$.items[0].answerId"))
                .isNotEqualTo(JsonPath.<String>read(tasks, "$.items[0].answerId"));
    }

    private String send(WebTestClient interviewer, int clarity, int depth) {
        String tag = tag(draft(interviewer, null, clarity, depth).expectStatus().isOk());
        return tag(call(interviewer, HttpMethod.POST, "/send", null, ifMatch(tag))
                .expectStatus()
                .isOk());
    }

    private ResponseSpec draft(WebTestClient interviewer, String tag, int clarity, int depth) {
        return call(
                interviewer, HttpMethod.PUT, "/draft", grading(clarity, depth), tag == null ? first() : ifMatch(tag));
    }

    private ResponseSpec call(
            WebTestClient interviewer, HttpMethod method, String step, Object body, Map<String, String> headers) {
        WebTestClient.RequestBodySpec request = interviewer
                .method(method)
                .uri(path("/reviews/" + answerId + step))
                .headers(all -> headers.forEach(all::set));
        return body == null
                ? request.exchange()
                : request.header(HttpHeaders.CONTENT_TYPE, "application/json")
                        .bodyValue(body)
                        .exchange();
    }

    private static Map<String, String> first() {
        return Map.of(HttpHeaders.IF_NONE_MATCH, "*");
    }

    private static Map<String, String> ifMatch(String tag) {
        return Map.of(HttpHeaders.IF_MATCH, tag);
    }

    private static Map<String, Object> grading(int clarity, int depth) {
        return Map.of("ratings", List.of(rating("clarity", clarity), rating("depth", depth)), "summary", "Good");
    }

    private static Map<String, Object> rating(String criterion, int level) {
        return Map.of("criterionId", criterion, "level", level, "evidence", "section 1", "comment", "because");
    }

    private static String tag(ResponseSpec response) {
        String tag = response.returnResult(String.class).getResponseHeaders().getETag();
        assertThat(tag).isNotNull();
        return tag;
    }

    private static String body(WebTestClient caller, String path) {
        return TestCandidate.bodyOf(
                caller.get().uri(path(path)).exchange().expectStatus().isOk());
    }

    private static String path(String path) {
        return "/api/v1" + path;
    }
}

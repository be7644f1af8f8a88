package dev.assay.api.regrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.assay.api.access.Role;
import dev.assay.api.catalog.CatalogEntry;
import dev.assay.api.catalog.PackageKind;
import dev.assay.api.challenge.OwnChallenge;
import dev.assay.api.challenge.OwnChallenges;
import dev.assay.api.submission.Submissions;
import dev.assay.api.testing.CandidateTest;
import dev.assay.api.testing.TestCandidate;
import dev.assay.api.testing.TestJudgements;
import dev.assay.api.testing.World;
import dev.assay.challenge.Level;
import dev.assay.challenge.Track;
import dev.assay.runner.judging.Judgement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@CandidateTest
@TestPropertySource(properties = "assay.regrade.poll-millis=50")
class RegradeApiTest {

    @Autowired
    World world;

    @Autowired
    OwnChallenges challenges;

    @Autowired
    Submissions submissions;

    private String organization = "";
    private WebTestClient recruiter;
    private TestCandidate ada;
    private TestCandidate bo;
    private String adasSubmission = "";
    private String bosSubmission = "";

    @BeforeEach
    void twoCandidatesWereJudgedAgainstTheFirstVersion() {
        world.engine().reset();
        organization = world.organization();
        recruiter = world.member(organization, "Rita", Role.RECRUITER);
        ada = world.started(organization);
        bo = world.started(organization);
        adasSubmission = judged(ada, TestJudgements.partial());
        bosSubmission = judged(bo, TestJudgements.accepted());
        for (TestCandidate candidate : List.of(ada, bo)) {
            candidate.post("/finish", null).expectStatus().isOk();
            await().until(() -> !"RUNNING".equals(candidate.read("", "$.state")));
        }
        publish("version-2");
    }

    @Test
    void nothingChangesBeforeItIsAppliedThenAllAtOnceAndBack() {
        String id = JsonPath.read(begin(), "$.regrade.id");
        preview(1, Map.of(adasSubmission, TestJudgements.accepted(), bosSubmission, TestJudgements.partial()));
        awaitState(id, "READY");

        String ready = get("/regrades/" + id);
        assertThat(JsonPath.<List<Integer>>read(
                        ready, "$.submissions[?(@.submissionId == '" + adasSubmission + "')].before.score"))
                .containsExactly(50);
        assertThat(JsonPath.<List<Integer>>read(
                        ready, "$.submissions[?(@.submissionId == '" + adasSubmission + "')].after.score"))
                .containsExactly(100);
        assertThat(scores()).containsExactlyInAnyOrder(50, 100);
        assertThat(score(ada)).isEqualTo(50);

        call(HttpMethod.POST, "/regrades/" + id + "/apply").expectStatus().isOk();
        call(HttpMethod.POST, "/regrades/" + id + "/apply").expectStatus().isOk();
        assertThat(score(ada)).isEqualTo(100);
        assertThat(score(bo)).isEqualTo(50);
        String report = get("/results/" + ada.attemptId());
        assertThat(JsonPath.<String>read(report, "$.items[0].submission.packageVersion"))
                .isEqualTo("version-2");
        assertThat(JsonPath.<String>read(report, "$.items[0].submission.regrade.regradeId"))
                .isEqualTo(id);
        assertThat(JsonPath.<Integer>read(report, "$.items[0].submission.regrade.before.score"))
                .isEqualTo(50);
        assertThat(submissions.byId(adasSubmission).block().judgements()).hasSize(1);
        problem(post("/regrades", Map.of("challengeId", "echo")), 409, "nothing-to-regrade");
        problem(call(HttpMethod.DELETE, "/regrades/" + id), 409, "regrade-not-ready");

        call(HttpMethod.POST, "/regrades/" + id + "/undo").expectStatus().isOk();
        assertThat(score(ada)).isEqualTo(50);
        assertThat(score(bo)).isEqualTo(100);
        assertThat(JsonPath.<Object>read(get("/results/" + ada.attemptId()), "$.items[0].submission.regrade"))
                .isNull();
        call(HttpMethod.POST, "/regrades/" + id + "/apply").expectStatus().isOk();
        assertThat(score(ada)).isEqualTo(100);
    }

    @Test
    void ofTwoThatCountTheOneAppliedLastDoes() {
        String first = JsonPath.read(begin(), "$.regrade.id");
        preview(1, Map.of(adasSubmission, TestJudgements.accepted(), bosSubmission, TestJudgements.accepted()));
        awaitState(first, "READY");
        call(HttpMethod.POST, "/regrades/" + first + "/apply").expectStatus().isOk();
        publish("version-3");

        String second = JsonPath.read(begin(), "$.regrade.id");
        assertThat(JsonPath.<List<Integer>>read(get("/regrades/" + second), "$.submissions[*].before.score"))
                .containsExactly(100, 100);
        preview(2, Map.of(adasSubmission, TestJudgements.partial(), bosSubmission, TestJudgements.partial()));
        awaitState(second, "READY");
        world.clock().advance(Duration.ofSeconds(1));
        call(HttpMethod.POST, "/regrades/" + second + "/apply").expectStatus().isOk();
        assertThat(scores()).containsExactly(50, 50);

        call(HttpMethod.POST, "/regrades/" + first + "/undo").expectStatus().isOk();
        assertThat(scores()).containsExactly(50, 50);
        call(HttpMethod.POST, "/regrades/" + second + "/undo").expectStatus().isOk();
        assertThat(scores()).containsExactlyInAnyOrder(50, 100);
    }

    @Test
    void aFaultOfOursLeavesTheSubmissionAsItIs() {
        String id = JsonPath.read(begin(), "$.regrade.id");
        problem(call(HttpMethod.POST, "/regrades/" + id + "/apply"), 409, "regrade-not-ready");
        problem(call(HttpMethod.POST, "/regrades/" + id + "/undo"), 409, "regrade-not-ready");
        assertThat(JsonPath.<String>read(begin(), "$.regrade.id")).isEqualTo(id);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> judge(bosSubmission, 1, TestJudgements.partial()));
            threads.execute(() -> {
                for (int fault = 1; fault <= Regrade.MAX_FAULTS; fault++) {
                    judge(adasSubmission, fault, TestJudgements.fault());
                }
            });
        }
        awaitState(id, "READY");
        call(HttpMethod.POST, "/regrades/" + id + "/apply").expectStatus().isOk();

        assertThat(score(ada)).isEqualTo(50);
        assertThat(score(bo)).isEqualTo(50);
        assertThat(JsonPath.<List<String>>read(get("/regrades/" + id), "$.submissions[*].left"))
                .contains("The engine went away.");
    }

    @Test
    void whoStillWorksIsNotConcernedAndWhatIsDiscardedIsGone() {
        TestCandidate running = world.started(organization);
        judged(running, TestJudgements.partial());

        String begun = begin();

        assertThat(JsonPath.<List<String>>read(begun, "$.submissions[*].submissionId"))
                .containsExactlyInAnyOrder(adasSubmission, bosSubmission);
        String id = JsonPath.read(begun, "$.regrade.id");
        String taken = firstTaken();
        call(HttpMethod.DELETE, "/regrades/" + id).expectStatus().isNoContent();
        problem(call(HttpMethod.POST, "/regrades/" + id + "/apply"), 404, "not-found");
        assertThat(JsonPath.<List<Object>>read(get("/regrades"), "$.items")).isEmpty();
        world.engine().await(taken, 1).judge(TestJudgements.accepted());
    }

    @Test
    void anotherOrganizationSeesNothing() {
        String id = JsonPath.read(begin(), "$.regrade.id");
        preview(1, Map.of(adasSubmission, TestJudgements.accepted(), bosSubmission, TestJudgements.accepted()));
        awaitState(id, "READY");
        recruiter = world.member(world.organization(), "Stranger", Role.RECRUITER);

        problem(call(HttpMethod.GET, "/regrades/" + id), 404, "not-found");
        problem(call(HttpMethod.POST, "/regrades/" + id + "/apply"), 404, "not-found");
        problem(call(HttpMethod.POST, "/regrades/" + id + "/undo"), 404, "not-found");
        problem(call(HttpMethod.DELETE, "/regrades/" + id), 404, "not-found");
        problem(post("/regrades", Map.of("challengeId", "echo")), 404, "not-found");
        problem(post("/regrades", Map.of("challengeId", " ")), 422, "invalid");
        recruiter = world.member(organization, "Ines", Role.INTERVIEWER);
        problem(call(HttpMethod.GET, "/regrades/" + id), 403, "role-required");
    }

    private String firstTaken() {
        await().until(() -> world.engine().tries(adasSubmission + "-regrade") > 0
                || world.engine().tries(bosSubmission + "-regrade") > 0);
        return world.engine().tries(adasSubmission + "-regrade") > 0
                ? adasSubmission + "-regrade"
                : bosSubmission + "-regrade";
    }

    private String judged(TestCandidate candidate, Judgement judgement) {
        String id = candidate.submit();
        world.engine().await(id, 1).judge(judgement);
        await().until(() -> candidate.read("/submissions/" + id, "$.state").equals("JUDGED"));
        return id;
    }

    /** One after the other is judged; which is the first does not matter here. */
    private void preview(int round, Map<String, Judgement> judgements) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            judgements.forEach((id, judgement) -> threads.execute(() -> judge(id, round, judgement)));
        }
    }

    private void judge(String submissionId, int round, Judgement judgement) {
        world.engine().await(submissionId + "-regrade", round).judge(judgement);
    }

    private void publish(String version) {
        CatalogEntry entry = new CatalogEntry(
                PackageKind.CHALLENGE,
                "echo",
                "Echo",
                List.of("http"),
                Track.DEVELOPER,
                Level.JUNIOR,
                60,
                List.of("java", "python"),
                version);
        challenges
                .publish(
                        organization,
                        new OwnChallenge.Version(
                                entry,
                                "upload-" + version,
                                "Rita",
                                world.clock().instant()))
                .block();
    }

    private String begin() {
        return body(
                post("/regrades", Map.of("challengeId", "echo")).expectStatus().isCreated());
    }

    private void awaitState(String id, String state) {
        await().until(() ->
                JsonPath.read(get("/regrades/" + id), "$.regrade.state").equals(state));
    }

    private List<Integer> scores() {
        return JsonPath.read(get("/results"), "$.items[*].codingScore");
    }

    private int score(TestCandidate candidate) {
        return JsonPath.read(get("/results/" + candidate.attemptId()), "$.codingScore");
    }

    private String get(String path) {
        return body(call(HttpMethod.GET, path).expectStatus().isOk());
    }

    private ResponseSpec call(HttpMethod method, String path) {
        return recruiter.method(method).uri("/api/v1" + path).exchange();
    }

    private ResponseSpec post(String path, Object body) {
        return recruiter
                .post()
                .uri("/api/v1" + path)
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange();
    }

    private static void problem(ResponseSpec response, int status, String slug) {
        String body = body(response.expectStatus().isEqualTo(status));
        assertThat(JsonPath.<String>read(body, "$.type")).isEqualTo("urn:assay:problem:" + slug);
    }

    private static String body(ResponseSpec response) {
        return TestCandidate.bodyOf(response);
    }
}

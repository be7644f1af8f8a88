package dev.assay.api.submission;

import static dev.assay.api.testing.TestJudgements.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.assay.api.testing.CandidateTest;
import dev.assay.api.testing.TestCandidate;
import dev.assay.api.testing.TestEngine;
import dev.assay.api.testing.TestJudgements;
import dev.assay.api.testing.World;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.TestResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@CandidateTest
class SubmissionApiTest {

    @Autowired
    World world;

    @BeforeEach
    void reset() {
        world.engine().reset();
    }

    @Test
    void aRunTellsEverythingOfTheVisibleTestsOnly() {
        TestCandidate candidate = world.started(world.organization());
        String id = candidate.run();
        TestEngine.Taken taken = world.engine().await(id, 1);
        taken.judge(TestJudgements.partial());

        String judged = awaitJudged(candidate, id);

        assertThat(taken.request().scope()).isEqualTo(Scope.VISIBLE);
        assertThat(JsonPath.<List<String>>read(judged, "$.judgement.tests[*].name"))
                .containsExactly("EchoTests.echoes");
        assertThat(JsonPath.<String>read(judged, "$.judgement.tests[0].message"))
                .contains("expected 201");
        assertThat(JsonPath.<String>read(judged, "$.judgement.serviceLog")).startsWith("got");
    }

    @Test
    void ofASubmissionNothingThatTheServiceEchoesReachesTheCandidate() {
        TestCandidate candidate = world.started(world.organization());
        String id = candidate.submit();
        world.engine().await(id, 1).judge(TestJudgements.partial());

        String judged = awaitJudged(candidate, id);
        String listed = TestCandidate.bodyOf(candidate.get("/items/1/submissions"));
        String events = events(candidate, id);

        assertThat(judged + listed + events).doesNotContain(SECRET);
        assertThat(JsonPath.<Integer>read(judged, "$.judgement.categories[0].passed"))
                .isEqualTo(1);
        assertThat(JsonPath.<Object>read(judged, "$.judgement.tests[0].message"))
                .isNull();
        assertThat(JsonPath.<Object>read(judged, "$.judgement.serviceLog")).isNull();
        assertThat(JsonPath.<String>read(judged, "$.judgement.buildLog")).isEqualTo("built");
        assertThat(JsonPath.<Integer>read(judged, "$.judgement.totalMillis")).isEqualTo(1200);
    }

    @Test
    void theProgressOfASubmissionNamesNoHiddenTest() throws Exception {
        TestCandidate candidate = world.started(world.organization());
        String id = candidate.submit();
        TestEngine.Taken taken = world.engine().await(id, 1);

        String events;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> watching = threads.submit(() -> events(candidate, id));
            taken.tell(
                    new JudgeEvent.PreparingImage("step 1"),
                    new JudgeEvent.Building(),
                    new JudgeEvent.BuildOutput("built"),
                    new JudgeEvent.Starting(),
                    new JudgeEvent.Examining(2),
                    new JudgeEvent.TestFinished(TestJudgements.visible(TestResult.Status.FAILED, "saw " + SECRET)),
                    new JudgeEvent.TestFinished(TestJudgements.hidden(TestResult.Status.FAILED, "saw " + SECRET)));
            await().until(() -> candidate.read("/submissions/" + id, "$.state").equals("JUDGING"));
            taken.judge(TestJudgements.partial());
            events = watching.get();
        }

        assertThat(events)
                .doesNotContain(SECRET)
                .contains("event:queued", "event:image", "event:building", "event:buildOutput", "event:starting")
                .contains("event:examining", "event:test", "EchoTests.echoes", "\"finished\":2,\"total\":2");
        assertThat(events.lastIndexOf("event:done")).isGreaterThan(events.lastIndexOf("event:progress"));
    }

    @Test
    void aFaultOfOursInMidJudgementIsToldAsOursAndCountingBeginsAnew() {
        TestCandidate candidate = world.started(world.organization());
        String id = candidate.run();
        TestEngine.Taken taken = world.engine().await(id, 1);
        JudgeEvent visible = new JudgeEvent.TestFinished(TestJudgements.visible(TestResult.Status.PASSED, ""));
        taken.tell(
                new JudgeEvent.Held("reasons of " + SECRET),
                new JudgeEvent.Building(),
                new JudgeEvent.Examining(2),
                visible,
                new JudgeEvent.Retrying(2, 3, Duration.ofSeconds(2), "broken by " + SECRET),
                new JudgeEvent.Building(),
                new JudgeEvent.Examining(2),
                visible);
        Thread.ofVirtual().start(() -> {
            await().until(() -> candidate.read("/submissions/" + id, "$.state").equals("JUDGING"));
            taken.judge(TestJudgements.accepted());
        });

        assertThat(events(candidate, id))
                .containsSubsequence(
                        "event:delayed",
                        CandidateEvent.ENGINE_AWAY,
                        "event:building",
                        "\"finished\":1,\"total\":2",
                        "event:delayed",
                        CandidateEvent.OUR_FAULT,
                        "event:building",
                        "\"finished\":1,\"total\":2",
                        "event:done")
                .doesNotContain(SECRET);
    }

    @Test
    void whoComesLateGetsTheEventsFromTheStart() {
        TestCandidate candidate = world.started(world.organization());
        String id = candidate.run();
        TestEngine.Taken taken = world.engine().await(id, 1);
        taken.tell(new JudgeEvent.Building(), new JudgeEvent.BuildOutput("line 1"));
        Thread.ofVirtual().start(() -> {
            await().until(() -> candidate.read("/submissions/" + id, "$.state").equals("JUDGING"));
            taken.judge(TestJudgements.accepted());
        });

        assertThat(events(candidate, id)).containsSubsequence("event:queued", "event:building", "line 1", "event:done");
        assertThat(events(candidate, id)).startsWith("event:done");
    }

    @Test
    void theSameKeyIsOneSubmissionHoweverOftenItIsSent() throws Exception {
        TestCandidate candidate = world.started(world.organization());

        List<String> ids;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> sent = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> JsonPath.<String>read(
                            TestCandidate.bodyOf(candidate
                                    .post("/items/1/submissions", null, "key-1")
                                    .expectStatus()
                                    .isOk()),
                            "$.id")))
                    .toList();
            ids = new ArrayList<>();
            for (Future<String> one : sent) {
                ids.add(one.get());
            }
        }

        assertThat(ids).containsOnly(ids.getFirst());
        assertThat(candidate.<List<Object>>read("/items/1/submissions", "$.items"))
                .hasSize(1);
        world.clock().advance(Duration.ofHours(2));
        candidate.post("/items/1/submissions", null, "key-1").expectStatus().isOk();
    }

    @Test
    void oneOfEachScopeIsInFlight() {
        TestCandidate candidate = world.started(world.organization());
        String id = candidate.submit();

        candidate
                .post("/items/1/submissions", null)
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:assay:problem:judging-in-progress");
        candidate.run();
        candidate.post("/items/1/runs", null).expectStatus().isEqualTo(429);
        world.engine().await(id, 1).judge(TestJudgements.accepted());
        awaitJudged(candidate, id);
        assertThat(candidate.submit()).isNotEqualTo(id);
    }

    @Test
    void aFaultOfOursIsTriedAgainAndCostsNothing() {
        TestCandidate candidate = world.started(world.organization());
        String id = candidate.submit();

        world.engine().await(id, 1).judge(TestJudgements.fault());
        await().until(() -> inStore(id).judgements().size() == 1);
        assertThat(candidate.<String>read("/submissions/" + id, "$.state")).isEqualTo("WAITING");
        assertThat(world.engine().tries(id)).isEqualTo(1);
        world.clock().advance(Duration.ofSeconds(5));
        world.engine().await(id, 2).judge(TestJudgements.fault());
        await().until(() -> inStore(id).judgements().size() == 2);
        world.clock().advance(Duration.ofSeconds(29));
        assertThat(inStore(id).nextTryAt()).isEqualTo(world.clock().instant().plusSeconds(1));
        world.clock().advance(Duration.ofSeconds(1));
        world.engine().await(id, 3).judge(TestJudgements.accepted());

        assertThat(JsonPath.<String>read(awaitJudged(candidate, id), "$.judgement.verdict"))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void theThirdFaultIsShownAsWhatItIs() {
        TestCandidate candidate = world.started(world.organization());
        String id = candidate.submit();

        for (int attempt = 1; attempt <= 3; attempt++) {
            int faults = attempt;
            world.engine().await(id, attempt).judge(TestJudgements.fault());
            await().until(() -> inStore(id).judgements().size() == faults);
            world.clock().advance(Duration.ofSeconds(30));
        }

        assertThat(JsonPath.<String>read(awaitJudged(candidate, id), "$.judgement.verdict"))
                .isEqualTo("JUDGE_ERROR");
    }

    @Test
    void aFullQueueIsAskedAgain() {
        world.engine().room(1);
        TestCandidate first = world.started(world.organization());
        TestCandidate second = world.started(world.organization());
        String taken = first.submit();
        world.engine().await(taken, 1);
        String waits = second.submit();

        assertThat(second.<String>read("/submissions/" + waits, "$.state")).isEqualTo("WAITING");
        assertThat(world.engine().tries(waits)).isZero();
        world.engine().room(1);
        world.engine().await(waits, 1).judge(TestJudgements.accepted());
        awaitJudged(second, waits);
    }

    @Test
    void whileTheEngineIsAwayEverythingWaitsAndNothingIsCharged() {
        world.engine().unavailable("Docker does not answer.");
        TestCandidate candidate = world.started(world.organization());
        String id = candidate.submit();

        await().until(() -> inStore(id).nextTryAt().isAfter(world.clock().instant()));
        assertThat(world.engine().tries(id)).isZero();
        for (int i = 0; i < 5; i++) {
            world.clock().advance(Duration.ofSeconds(5));
            await().until(() -> inStore(id).nextTryAt().isAfter(world.clock().instant()));
        }
        assertThat(inStore(id).judgements()).isEmpty();
        world.engine().unavailable(null);
        world.clock().advance(Duration.ofSeconds(5));
        world.engine().await(id, 1).judge(TestJudgements.accepted());
        awaitJudged(candidate, id);
    }

    @Test
    void aFaultWhileTheEngineIsAwayIsNotCounted() {
        TestCandidate candidate = world.started(world.organization());
        String id = candidate.submit();
        TestEngine.Taken taken = world.engine().await(id, 1);
        world.engine().unavailable("Docker does not answer.");
        taken.judge(TestJudgements.fault());

        await().until(() -> inStore(id).nextTryAt().isAfter(world.clock().instant()));
        assertThat(inStore(id).judgements()).isEmpty();
    }

    @Test
    void anotherCandidatesSubmissionIsNotThere() {
        String organization = world.organization();
        TestCandidate one = world.started(organization);
        TestCandidate other = world.started(organization);
        String id = one.submit();

        other.get("/submissions/" + id).expectStatus().isNotFound();
        other.get("/submissions/" + id + "/events").expectStatus().isNotFound();
        assertThat(other.<List<Object>>read("/items/1/submissions", "$.items")).isEmpty();
    }

    @Test
    void aDesignAnswerIsNotJudged() {
        TestCandidate candidate = world.started(world.organization());

        candidate.post("/items/2/runs", null).expectStatus().isNotFound();
        candidate.post("/items/2/submissions", null).expectStatus().isNotFound();
    }

    @Autowired
    Submissions submissions;

    private Submission inStore(String id) {
        return submissions.byId(id).blockOptional().orElseThrow();
    }

    private static String awaitJudged(TestCandidate candidate, String id) {
        await().until(() -> candidate.read("/submissions/" + id, "$.state").equals("JUDGED"));
        return TestCandidate.bodyOf(candidate.get("/submissions/" + id));
    }

    private static String events(TestCandidate candidate, String id) {
        return TestCandidate.bodyOf(candidate
                .get("/submissions/" + id + "/events")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM));
    }
}

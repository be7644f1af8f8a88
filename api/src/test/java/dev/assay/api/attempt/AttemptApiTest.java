package dev.assay.api.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.assay.api.access.Role;
import dev.assay.api.testing.CandidateTest;
import dev.assay.api.testing.TestCandidate;
import dev.assay.api.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CandidateTest
class AttemptApiTest {

    @Autowired
    World world;

    @BeforeEach
    void reset() {
        world.engine().reset();
    }

    @Test
    void openingALinkStartsNoClock() {
        TestCandidate candidate = world.candidate(world.organization());

        candidate
                .get("")
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("READY")
                .jsonPath("$.minutes")
                .isEqualTo(60)
                .jsonPath("$.deadline")
                .isEmpty()
                .jsonPath("$.items[0].environments[1]")
                .isEqualTo("python");
        candidate
                .get("/items/1")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:assay:problem:attempt-not-started");
        candidate.write("1", 0, "Main.java", "early").expectStatus().isEqualTo(409);
    }

    @Test
    void theSameLinkLeadsBackToTheAttempt() {
        TestCandidate candidate = world.started(world.organization());

        String again = TestCandidate.bodyOf(TestCandidate.open(world.client(), candidate.secret()));

        assertThat(JsonPath.<String>read(again, "$.attemptId")).isEqualTo(candidate.attemptId());
    }

    @Test
    void twoWhoOpenALinkAtOnceGetOneAttempt() throws Exception {
        String secret = world.link(world.organization());

        List<String> attempts = atOnce(
                8,
                () -> JsonPath.<String>read(
                        TestCandidate.bodyOf(TestCandidate.open(world.client(), secret)), "$.attemptId"));

        assertThat(attempts).hasSize(8).containsOnly(attempts.getFirst());
    }

    @Test
    void startingTwiceKeepsTheFirstDeadline() {
        TestCandidate candidate = world.started(world.organization());
        String deadline = candidate.read("", "$.deadline");
        world.clock().advance(Duration.ofMinutes(5));

        candidate
                .post("/start", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.deadline")
                .isEqualTo(deadline);
    }

    @Test
    void aWithdrawnLinkStartsNothing() {
        TestCandidate candidate = world.candidate(world.organization());
        world.links().revoke("invitation-" + candidate.secret());

        candidate.post("/start", null).expectStatus().isEqualTo(410);
        candidate.get("").expectBody().jsonPath("$.state").isEqualTo("READY");
    }

    @Test
    void pastTheDeadlineNothingIsTakenAndTheLinkIsUsed() {
        TestCandidate candidate = world.started(world.organization());
        world.clock().advance(Duration.ofMinutes(60));

        candidate
                .write("1", 0, "Main.java", "late")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:assay:problem:attempt-over");
        candidate
                .put("/items/1/environment", java.util.Map.of("environment", "python"))
                .expectStatus()
                .isEqualTo(409);
        candidate.post("/items/1/submissions", null).expectStatus().isEqualTo(409);
        candidate
                .get("")
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("FINISHED")
                .jsonPath("$.finishedHow")
                .isEqualTo("TIME_UP");
        TestCandidate.open(world.client(), candidate.secret())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:assay:problem:invitation-used");
    }

    @Test
    void theClockHandsInWhatWasSaved() {
        TestCandidate candidate = world.started(world.organization());
        candidate.write("1", 0, "Main.java", "class Saved {}").expectStatus().isOk();
        Instant deadline = Instant.parse(candidate.read("", "$.deadline"));
        world.clock().set(deadline.minusMillis(1));
        candidate
                .write("1", 1, "Main.java", "class LastMoment {}")
                .expectStatus()
                .isOk();
        world.clock().set(deadline.plusSeconds(2));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !candidate
                        .<List<Object>>read("/items/1/submissions", "$.items")
                        .isEmpty());
        String submission = candidate.read("/items/1/submissions", "$.items[0].id");

        assertThat(world.engine().await(submission, 1).request().files().text("Main.java"))
                .contains("class LastMoment {}");
        candidate.get("").expectBody().jsonPath("$.finishedAt").isEqualTo(deadline.toString());
        await().until(() -> world.links().isFinished("invitation-" + candidate.secret()));
    }

    @Test
    void anUntouchedStarterIsNotHandedIn() {
        TestCandidate candidate = world.started(world.organization());

        candidate.post("/finish", null).expectStatus().isOk();

        assertThat(candidate.<List<Object>>read("/items/1/submissions", "$.items"))
                .isEmpty();
    }

    @Test
    void whatWasSubmittedAsItStandsIsNotHandedInAgain() {
        TestCandidate candidate = world.started(world.organization());
        candidate.write("1", 0, "Main.java", "class Done {}").expectStatus().isOk();
        candidate.submit();

        candidate.post("/finish", null).expectStatus().isOk();

        assertThat(candidate.<List<Object>>read("/items/1/submissions", "$.items"))
                .hasSize(1);
    }

    @Test
    void whatChangedAfterTheLastSubmissionIsHandedIn() {
        TestCandidate candidate = world.started(world.organization());
        candidate.write("1", 0, "Main.java", "class First {}").expectStatus().isOk();
        candidate.submit();
        candidate.write("1", 1, "Main.java", "class Better {}").expectStatus().isOk();

        candidate.post("/finish", null).expectStatus().isOk();

        String last = candidate.read("/items/1/submissions", "$.items[1].id");
        assertThat(world.engine().await(last, 1).request().files().text("Main.java"))
                .contains("class Better {}");
    }

    @Test
    void finishingAndTheClockAtOnceMakeOneHandIn() throws Exception {
        for (int round = 0; round < 5; round++) {
            TestCandidate candidate = world.started(world.organization());
            candidate.write("1", 0, "Main.java", "class Once {}").expectStatus().isOk();
            world.clock().advance(Duration.ofMinutes(60).plusSeconds(2));

            atOnce(
                    4,
                    () -> TestCandidate.bodyOf(
                            candidate.post("/finish", null).expectStatus().isOk()));

            await().until(() -> world.links().isFinished("invitation-" + candidate.secret()));
            assertThat(candidate.<List<Object>>read("/items/1/submissions", "$.items"))
                    .hasSize(1);
        }
    }

    @Test
    void everyEditThatWasAcknowledgedIsInTheHandIn() throws Exception {
        for (int round = 0; round < 5; round++) {
            TestCandidate candidate = world.started(world.organization());
            candidate.write("1", 0, "first.txt", "x").expectStatus().isOk();

            List<String> acknowledged;
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var writers = Stream.iterate(0, i -> i < 12, i -> i + 1)
                        .map(i -> threads.submit(() -> {
                            int status = candidate
                                    .write("1", 1, "file" + i, "text")
                                    .returnResult(Void.class)
                                    .getStatus()
                                    .value();
                            assertThat(status).isIn(200, 409);
                            return status == 200 ? "file" + i : "";
                        }))
                        .toList();
                threads.submit(() ->
                                candidate.post("/finish", null).expectStatus().isOk())
                        .get();
                acknowledged = new java.util.ArrayList<>();
                for (var writer : writers) {
                    acknowledged.add(writer.get());
                }
            }
            acknowledged.removeIf(String::isEmpty);

            List<String> ids = candidate.read("/items/1/submissions", "$.items[*].id");
            assertThat(ids).hasSize(1);
            assertThat(world.engine().await(ids.getFirst(), 1).request().files().paths())
                    .containsAll(acknowledged)
                    .hasSize(acknowledged.size() + 2);
        }
    }

    @Test
    void aCandidatesTokenOpensNoStaffPageAndTheOtherWayRound() {
        String organization = world.organization();
        TestCandidate candidate = world.started(organization);

        for (String path : List.of("/api/v1/results", "/api/v1/reviews", "/api/v1/results/" + candidate.attemptId())) {
            world.client()
                    .get()
                    .uri(path)
                    .headers(headers -> headers.setBearerAuth(candidate.token()))
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        world.member(organization, "Olga", Role.OWNER)
                .get()
                .uri("/api/v1/attempt")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void anInventedLinkIsNotKnown() {
        TestCandidate.open(world.client(), "invented").expectStatus().isNotFound();
        TestCandidate.open(world.client(), "").expectStatus().isEqualTo(422);
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new java.util.ArrayList<>();
            for (var future : threads.invokeAll(java.util.Collections.nCopies(times, call))) {
                results.add(future.get());
            }
            return results;
        }
    }
}

package dev.assay.api.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.jayway.jsonpath.JsonPath;
import dev.assay.api.AssayApplication;
import dev.assay.api.assessment.Assessment;
import dev.assay.api.assessment.Assessments;
import dev.assay.api.invitation.IssuedInvitations;
import dev.assay.api.judging.JudgingService;
import dev.assay.api.organization.Organization;
import dev.assay.api.organization.Organizations;
import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Paging;
import dev.assay.api.startup.StartUp;
import dev.assay.api.testing.TestCandidate;
import dev.assay.challenge.Challenge;
import dev.assay.challenge.Mutant;
import dev.assay.challenge.SourceFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The way of a submission through the whole program, with the shipped challenge and a real engine. */
class RealJudgingIT {

    private static final Path LIBRARY = Path.of("../challenges/library");
    private static final String ENVIRONMENT = "python";

    @TempDir
    Path data;

    private ConfigurableApplicationContext program;

    @BeforeEach
    void start() {
        program = new SpringApplicationBuilder(AssayApplication.class)
                .run(
                        "--assay.port=0",
                        "--assay.console=false",
                        "--assay.data-folder=" + data,
                        "--logging.file.name=" + data.resolve("assay.log"),
                        "--assay.runner.enabled=true",
                        "--assay.runner.warm-memory-mib=0",
                        "--assay.library=" + LIBRARY.toAbsolutePath().normalize());
        program.getBean(StartUp.class).done().block();
        String unavailable =
                program.getBean(JudgingService.class).unavailableBecause().block();
        assumeTrue(unavailable == null, () -> "SKIPPED judging on a real engine: " + unavailable);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void aSolutionIsAcceptedAMutantIsNotAndARestartLosesNothing() throws Exception {
        Challenge challenge = JudgingService.packages().readChallenge(LIBRARY.resolve("coding/url-shortener"));
        Mutant mutant = challenge.mutants().stream()
                .filter(one -> one.environment().equals(ENVIRONMENT))
                .findFirst()
                .orElseThrow();
        String secret = link();
        TestCandidate candidate = TestCandidate.opening(client(), secret);
        candidate.post("/start", null).expectStatus().isOk();
        candidate
                .put("/items/1/environment", Map.of("environment", ENVIRONMENT))
                .expectStatus()
                .isOk();

        write(candidate, mutant.files());
        String partial = judged(candidate, candidate.submit());
        assertThat(JsonPath.<String>read(partial, "$.judgement.verdict")).isEqualTo("PARTIAL");
        Set<String> hidden = hiddenTests(candidate.attemptId());
        assertThat(hidden).isNotEmpty().allSatisfy(name -> assertThat(partial).doesNotContain(name));

        write(
                candidate,
                challenge.solutions().stream()
                        .filter(one -> one.environment().equals(ENVIRONMENT))
                        .findFirst()
                        .orElseThrow()
                        .files());
        String interrupted = candidate.submit();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !candidate
                        .read("/submissions/" + interrupted, "$.state")
                        .equals("WAITING"));
        stop();
        start();

        TestCandidate back = TestCandidate.opening(client(), secret);
        assertThat(back.attemptId()).isEqualTo(candidate.attemptId());
        assertThat(JsonPath.<String>read(judged(back, interrupted), "$.judgement.verdict"))
                .isEqualTo("ACCEPTED");
        assertThat(program.getBean(Submissions.class).byId(interrupted).block().judgements())
                .hasSize(1);
    }

    private Set<String> hiddenTests(String attemptId) {
        Organization organization =
                program.getBean(Organizations.class).all().next().block();
        return program
                .getBean(Submissions.class)
                .lastOf(organization.id(), attemptId, "1")
                .block()
                .judgement()
                .orElseThrow()
                .tests()
                .stream()
                .filter(test -> !test.visible())
                .map(test -> test.name().substring(test.name().indexOf('.') + 1))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static void write(TestCandidate candidate, SourceFiles files) {
        files.files().forEach((path, text) -> {
            int revision = candidate.read("/items/1", "$.workspace.revision");
            candidate.write("1", revision, path, text).expectStatus().isOk();
        });
    }

    private static String judged(TestCandidate candidate, String id) {
        await().atMost(Duration.ofMinutes(5))
                .until(() -> candidate.read("/submissions/" + id, "$.state").equals("JUDGED"));
        return TestCandidate.bodyOf(candidate.get("/submissions/" + id));
    }

    private String link() {
        Organization organization =
                program.getBean(Organizations.class).all().next().block();
        List<Assessment> assessments = program.getBean(Assessments.class)
                .page(organization.id(), Paging.of(null, null))
                .block();
        String link = program.getBean(IssuedInvitations.class)
                .issue(
                        organization.id(),
                        assessments.getFirst().id(),
                        new IssuedInvitations.Wanted("Ada Lovelace", "ada@example.org", 14, 1.0),
                        IdempotencyKey.of("key"))
                .block()
                .link();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + program.getEnvironment().getProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }
}

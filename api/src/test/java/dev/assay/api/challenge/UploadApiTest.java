package dev.assay.api.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.assay.api.access.Role;
import dev.assay.api.testing.ApiTest;
import dev.assay.api.testing.MutableClock;
import dev.assay.api.testing.TestArchives;
import dev.assay.api.testing.TestStaff;
import dev.assay.runner.sandbox.SandboxFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@ApiTest
@TestPropertySource(properties = {"assay.uploads.poll-millis=50", "assay.uploads.most-mib=1"})
@Import(UploadApiTest.Checks.class)
class UploadApiTest {

    private static final String UPLOADS = "/api/v1/challenges/uploads";

    @Autowired
    WebTestClient client;

    @Autowired
    TestStaff staff;

    @Autowired
    MutableClock clock;

    @Autowired
    TestChecks checks;

    private String organization = "";
    private String recruiter = "";

    @TestConfiguration(proxyBeanMethods = false)
    static class Checks {
        @Bean
        @Primary
        TestChecks testChecks() {
            return new TestChecks();
        }
    }

    @BeforeEach
    void anOrganization() {
        organization = staff.newOrganization("Acme");
        recruiter = staff.bearer(staff.member(organization, Role.RECRUITER));
    }

    @AfterEach
    void everyCheckHasEnded() {
        checks.unavailable(null);
        assertThat(checks.isIdle()).isTrue();
    }

    @Test
    void aGoodPackageIsCheckedPublishedAndOfferedToItsOrganizationOnly() {
        String upload = uploaded(TestArchives.challenge("acme-notes"));
        assertThat(JsonPath.<String>read(upload, "$.state")).isEqualTo("RECEIVED");
        assertThat(JsonPath.<String>read(upload, "$.challengeId")).isEqualTo("acme-notes");
        String id = JsonPath.read(upload, "$.id");
        TestChecks.Begun check = checks.await();
        assertThat(check.challenge().mutants()).hasSize(3);
        assertThat(read(id, "$.state")).isEqualTo("CHECKING");
        problem(post(UPLOADS + "/" + id + "/publish"), 409, "upload-not-ready");
        check.end(true);
        awaitState(id, "READY");

        String published =
                body(post(UPLOADS + "/" + id + "/publish").expectStatus().isOk());
        assertThat(JsonPath.<String>read(published, "$.state")).isEqualTo("PUBLISHED");
        post(UPLOADS + "/" + id + "/publish").expectStatus().isOk();

        String version = JsonPath.read(upload, "$.version");
        String own = body(get("/api/v1/challenges").expectStatus().isOk());
        assertThat(JsonPath.<List<String>>read(own, "$.items[*].id")).containsExactly("acme-notes");
        assertThat(JsonPath.<List<String>>read(own, "$.items[0].versions[*].version"))
                .containsExactly(version);
        assertThat(body(get("/api/v1/catalog"))).contains("acme-notes", "url-shortener");
        assertThat(JsonPath.<String>read(
                        body(get("/api/v1/catalog/CHALLENGE/acme-notes")
                                .expectStatus()
                                .isOk()),
                        "$.statement"))
                .isNotBlank();
        byte[] archive = get(UPLOADS + "/" + id + "/package.zip")
                .expectHeader()
                .contentType("application/zip")
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(archive).isEqualTo(TestArchives.challenge("acme-notes"));
        problem(delete(UPLOADS + "/" + id), 409, "upload-published");

        recruiter = staff.bearer(staff.member(staff.newOrganization("Other"), Role.RECRUITER));
        assertThat(body(get("/api/v1/catalog"))).doesNotContain("acme-notes");
        assertThat(body(get("/api/v1/challenges"))).doesNotContain("acme-notes");
        problem(get("/api/v1/catalog/CHALLENGE/acme-notes"), 404, "not-found");
        problem(get(UPLOADS + "/" + id), 404, "not-found");
        problem(get(UPLOADS + "/" + id + "/events"), 404, "not-found");
        problem(get(UPLOADS + "/" + id + "/package.zip"), 404, "not-found");
        problem(post(UPLOADS + "/" + id + "/publish"), 404, "not-found");
        problem(delete(UPLOADS + "/" + id), 404, "not-found");
        problem(composed("acme-notes"), 422, "invalid");
    }

    @Test
    void anAssessmentKeepsTheVersionWithWhichItWasMade() {
        String first = published(TestArchives.challenge("pinned"));
        String before = body(composed("pinned").expectStatus().isCreated());
        String second = published(TestArchives.challenge("pinned", Map.of("README.md", "For authors.\n")));
        String after = body(composed("pinned").expectStatus().isCreated());

        assertThat(second).isNotEqualTo(first);
        assertThat(JsonPath.<String>read(before, "$.items[0].version")).isEqualTo(first);
        assertThat(JsonPath.<String>read(after, "$.items[0].version")).isEqualTo(second);
        String own = body(get("/api/v1/challenges"));
        assertThat(JsonPath.<List<String>>read(own, "$.items[0].versions[*].version"))
                .containsExactly(second, first);
        assertThat(JsonPath.<List<Integer>>read(own, "$.items[0].versions[*].number"))
                .containsExactly(2, 1);
        problem(upload(TestArchives.challenge("pinned")), 409, "package-published");
    }

    @Test
    void aPackageThatBreaksItsPromisesIsNotPublished() {
        String id = JsonPath.read(uploaded(TestArchives.challenge("broken")), "$.id");
        checks.await().end(false);
        awaitState(id, "FAILED");

        String failed = body(get(UPLOADS + "/" + id));
        assertThat(JsonPath.<List<String>>read(failed, "$.findings.problems"))
                .containsExactly("no mutant fails the hidden test NoteTests.isKept");
        assertThat(JsonPath.<List<String>>read(failed, "$.findings.sources[1].problems"))
                .containsExactly("it passes NoteTests.isKept");
        problem(post(UPLOADS + "/" + id + "/publish"), 409, "upload-not-ready");
        delete(UPLOADS + "/" + id).expectStatus().isNoContent();
        problem(get(UPLOADS + "/" + id), 404, "not-found");
    }

    @Test
    void everyMistakeIsToldWithFileAndLine() {
        byte[] wrong = TestArchives.challenge(
                "wrong",
                Map.of(
                        "statement.md",
                        "",
                        "challenge.yaml",
                        "title: Wrong\nskills: [x]\ntrack: developer\nlevel: best\n"));

        String problem = problem(upload(wrong), 422, "package-refused");

        assertThat(JsonPath.<List<String>>read(problem, "$.problems[*].file"))
                .contains("challenge.yaml", "statement.md");
        assertThat(JsonPath.<List<Integer>>read(problem, "$.problems[?(@.file == 'challenge.yaml')].line"))
                .contains(4);
        assertThat(JsonPath.<List<String>>read(problem, "$.problems[*].remedy")).doesNotContain("");
        assertThat(JsonPath.<List<Object>>read(body(get(UPLOADS)), "$.items")).isEmpty();
    }

    @Test
    void aHostileArchiveIsRefusedWithTheNameOfItsEntry() {
        for (String name : List.of("../evil", "/etc/cron.d/evil", "own\\evil", "own/a\u202eb", "own/Challenge.yaml")) {
            TreeMap<String, byte[]> files = new TreeMap<>(Map.of("own/challenge.yaml", new byte[0], name, new byte[1]));
            String problem = problem(upload(TestArchives.zip(files)), 422, "package-refused");
            assertThat(JsonPath.<List<String>>read(problem, "$.problems[*].file"))
                    .as(name)
                    .anyMatch(file -> file.equals(name.replace('\u202e', '?')) || file.equals("own/challenge.yaml"));
        }
        String bomb = problem(
                upload(TestArchives.zip(Map.of("own/bomb", new byte[64 * 1024 * 1024]))), 422, "package-refused");
        assertThat(JsonPath.<List<String>>read(bomb, "$.problems[*].file")).containsExactly("own/bomb");
    }

    @Test
    void whatIsNoArchiveOrTooLargeIsRefused() {
        assertThat(problem(upload("not a zip".getBytes(StandardCharsets.UTF_8)), 422, "package-refused"))
                .contains("This is not a zip archive");
        problem(upload(new byte[0]), 422, "package-refused");
        byte[] noise = new byte[1024 * 1024 + 1];
        new Random(1).nextBytes(noise);
        assertThat(problem(upload(noise), 413, "too-large")).contains("1 MB");
        assertThat(problem(uploadWithoutLength(noise), 413, "too-large")).contains("1 MB");
        problem(
                client.post()
                        .uri(UPLOADS + "?fileName=x.zip")
                        .header(HttpHeaders.AUTHORIZATION, recruiter)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{}")
                        .exchange(),
                415,
                "unsupported-media-type");
        problem(uploadNamed(TestArchives.challenge("named"), " ", "k"), 422, "invalid");
        problem(uploadNamed(TestArchives.challenge("named"), "a\u202eb.zip", "k"), 422, "invalid");
    }

    @Test
    void anIdOfTheLibraryIsRefused() {
        assertThat(problem(upload(TestArchives.challenge("url-shortener")), 409, "challenge-id-taken"))
                .contains("url-shortener");
    }

    @Test
    void theSameKeyIsOneUpload() {
        byte[] archive = TestArchives.challenge("once");
        String first =
                body(uploadNamed(archive, "once.zip", "key").expectStatus().isCreated());
        String again =
                body(uploadNamed(archive, "once.zip", "key").expectStatus().isCreated());
        assertThat(JsonPath.<String>read(again, "$.id")).isEqualTo(JsonPath.read(first, "$.id"));
        problem(uploadNamed(TestArchives.challenge("other"), "once.zip", "key"), 422, "idempotency-mismatch");
        checks.await().end(true);
        awaitState(JsonPath.read(first, "$.id"), "READY");
    }

    @Test
    void theProgressIsToldAlsoToWhoComesLate() {
        String id = JsonPath.read(uploaded(TestArchives.challenge("watched")), "$.id");
        TestChecks.Begun check = checks.await();
        check.tell(new CheckEvent.Image("step 1"));
        check.tell(new CheckEvent.Judged("starter for java", 1, 2));

        StepVerifier.create(watched(id).map(ServerSentEvent::event))
                .expectNext("started", "image", "judged")
                .then(() -> {
                    check.tell(new CheckEvent.Judged("mutant one-number", 2, 2));
                    check.end(true);
                })
                .expectNext("judged", "done")
                .expectComplete()
                .verify(Duration.ofSeconds(20));
        awaitState(id, "READY");
        assertThat(events(id)).startsWith("event:done").contains("\"state\":\"READY\"");
    }

    @Test
    void withoutAnEngineItSaysSoAndWaits() {
        checks.unavailable("Docker does not answer.");
        String upload = uploaded(TestArchives.challenge("patient"));
        assertThat(JsonPath.<String>read(upload, "$.state")).isEqualTo("RECEIVED");
        assertThat(JsonPath.<String>read(upload, "$.message")).isEqualTo("Docker does not answer.");
        checks.unavailable(null);
        checks.await().end(true);
        awaitState(JsonPath.read(upload, "$.id"), "READY");
    }

    @Test
    void aFaultOfOursIsTriedAgainAndThenTold() {
        String id = JsonPath.read(uploaded(TestArchives.challenge("unlucky")), "$.id");
        for (int fault = 1; fault < Upload.MAX_FAULTS; fault++) {
            checks.await().fail(new SandboxFault("The engine went away: see that it runs"));
            awaitState(id, "RECEIVED");
            clock.advance(Duration.ofMinutes(2));
        }
        checks.await().fail(new SandboxFault("The engine went away: see that it runs"));
        awaitState(id, "FAILED");
        assertThat(read(id, "$.message")).isEqualTo("The engine went away: see that it runs");
    }

    @Test
    void whatIsDeletedInMidCheckIsGoneAndTheNextIsChecked() {
        String id = JsonPath.read(uploaded(TestArchives.challenge("unwanted")), "$.id");
        TestChecks.Begun check = checks.await();
        delete(UPLOADS + "/" + id).expectStatus().isNoContent();
        String next = JsonPath.read(uploaded(TestArchives.challenge("wanted")), "$.id");
        checks.await().end(true);
        awaitState(next, "READY");
        check.end(true);
        problem(get(UPLOADS + "/" + id), 404, "not-found");
    }

    @Test
    void anInterviewerHasNoBusinessHere() {
        recruiter = staff.bearer(staff.member(organization, Role.INTERVIEWER));
        problem(get("/api/v1/challenges"), 403, "role-required");
        problem(upload(TestArchives.challenge("x")), 403, "role-required");
    }

    @Test
    void uploadsThatNobodyPublishesAreBounded() {
        checks.unavailable("Later.");
        for (int i = 0; i < Uploading.MOST_UNPUBLISHED; i++) {
            uploaded(TestArchives.challenge("many-" + i));
        }
        problem(upload(TestArchives.challenge("one-more")), 409, "too-many-uploads");
        JsonPath.<List<String>>read(body(get(UPLOADS + "?limit=100")), "$.items[*].id")
                .forEach(id -> delete(UPLOADS + "/" + id).expectStatus().isNoContent());
    }

    /** Uploads, checks and publishes; answers the version. */
    private String published(byte[] archive) {
        String id = JsonPath.read(uploaded(archive), "$.id");
        checks.await().end(true);
        awaitState(id, "READY");
        return JsonPath.read(
                body(post(UPLOADS + "/" + id + "/publish").expectStatus().isOk()), "$.version");
    }

    private ResponseSpec composed(String challengeId) {
        return client.post()
                .uri("/api/v1/assessments")
                .header(HttpHeaders.AUTHORIZATION, recruiter)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("""
                        {"title": "T", "role": "R", "level": "MID", "minutes": 60,
                         "items": [{"kind": "CHALLENGE", "id": "%s"}]}""".formatted(challengeId))
                .exchange();
    }

    private void awaitState(String id, String state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> state.equals(read(id, "$.state")));
    }

    private String read(String id, String path) {
        return JsonPath.read(body(get(UPLOADS + "/" + id).expectStatus().isOk()), path);
    }

    private String uploaded(byte[] archive) {
        return body(upload(archive).expectStatus().isCreated());
    }

    private ResponseSpec upload(byte[] archive) {
        return uploadNamed(archive, "package.zip", "");
    }

    private ResponseSpec uploadNamed(byte[] archive, String fileName, String key) {
        return client.post()
                .uri(uri -> uri.path(UPLOADS).queryParam("fileName", "{name}").build(fileName))
                .header(HttpHeaders.AUTHORIZATION, recruiter)
                .header("Idempotency-Key", key)
                .contentType(MediaType.parseMediaType("application/zip"))
                .bodyValue(archive)
                .exchange();
    }

    /** In pieces, whose sum nobody has announced. */
    private ResponseSpec uploadWithoutLength(byte[] archive) {
        return client.post()
                .uri(UPLOADS + "?fileName=x.zip")
                .header(HttpHeaders.AUTHORIZATION, recruiter)
                .contentType(MediaType.parseMediaType("application/zip"))
                .body(BodyInserters.fromDataBuffers(Flux.range(0, 2)
                        .map(part -> DefaultDataBufferFactory.sharedInstance.wrap(Arrays.copyOfRange(
                                archive, part * archive.length / 2, (part + 1) * archive.length / 2)))))
                .exchange();
    }

    private Flux<ServerSentEvent<String>> watched(String id) {
        return client.get()
                .uri(UPLOADS + "/" + id + "/events")
                .header(HttpHeaders.AUTHORIZATION, recruiter)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                .getResponseBody();
    }

    private String events(String id) {
        return body(client.get()
                .uri(UPLOADS + "/" + id + "/events")
                .header(HttpHeaders.AUTHORIZATION, recruiter)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange());
    }

    private ResponseSpec get(String path) {
        return client.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, recruiter)
                .exchange();
    }

    private ResponseSpec post(String path) {
        return client.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, recruiter)
                .exchange();
    }

    private ResponseSpec delete(String path) {
        return client.delete()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, recruiter)
                .exchange();
    }

    private static String problem(ResponseSpec response, int status, String slug) {
        String body = body(response.expectStatus().isEqualTo(status));
        assertThat(JsonPath.<String>read(body, "$.type")).isEqualTo("urn:assay:problem:" + slug);
        return body;
    }

    private static String body(ResponseSpec response) {
        byte[] body = response.expectBody().returnResult().getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}

package dev.assay.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.access.Role;
import dev.assay.api.testing.ApiTest;
import dev.assay.api.testing.TestStaff;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ApiTest
class EveryFailureIsAProblemTest {

    private static final String GOOD = """
            {"title": "T", "role": "R", "level": "MID", "minutes": 90, "items": [{"kind": "CHALLENGE", "id": "x"}]}""";

    @LocalServerPort
    int port;

    @Autowired
    WebTestClient client;

    @Autowired
    TestStaff staff;

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of("", 400, "malformed-request", null),
                Arguments.of("{", 400, "malformed-request", null),
                Arguments.of("[]", 400, "malformed-request", null),
                Arguments.of("null", 400, "malformed-request", null),
                Arguments.of("\"text\"", 400, "malformed-request", null),
                Arguments.of(GOOD + "{}", 400, "malformed-request", null),
                Arguments.of(GOOD + "garbage", 400, "malformed-request", null),
                Arguments.of(GOOD.replace("90", "NaN"), 400, "malformed-request", null),
                Arguments.of("[".repeat(100_000), 400, "malformed-request", null),
                Arguments.of(
                        "{\"title\":" + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_001),
                        400,
                        "malformed-request",
                        null),
                Arguments.of(GOOD.replace("90", "1" + "0".repeat(2_000)), 400, "malformed-request", null),
                Arguments.of(GOOD.replace("90", "\"90\""), 400, "malformed-request", "minutes"),
                Arguments.of(GOOD.replace("90", "90.5"), 400, "malformed-request", "minutes"),
                Arguments.of(GOOD.replace("90", "null"), 400, "malformed-request", "minutes"),
                Arguments.of(GOOD.replace("90", "99999999999"), 400, "malformed-request", "minutes"),
                Arguments.of(GOOD.replace("\"T\"", "5"), 400, "malformed-request", "title"),
                Arguments.of(GOOD.replace("\"T\"", "{}"), 400, "malformed-request", "title"),
                Arguments.of(GOOD.replace("\"T\"", "\"a\\u0000b\""), 400, "malformed-request", "title"),
                Arguments.of(GOOD.replace("\"T\"", "\"a\\ud800b\""), 400, "malformed-request", "title"),
                Arguments.of(GOOD.replace("\"T\"", "\"a\\udc00\""), 400, "malformed-request", "title"),
                Arguments.of(GOOD.replace("\"T\"", "null"), 422, "invalid", "title"),
                Arguments.of(GOOD.replace("MID", "BEST"), 400, "malformed-request", "level"),
                Arguments.of(GOOD.replace("\"MID\"", "1"), 400, "malformed-request", "level"),
                Arguments.of(GOOD.replace("\"title\"", "\"titel\""), 400, "malformed-request", "titel"),
                Arguments.of(GOOD.replace("\"role\"", "\"title\""), 400, "malformed-request", null),
                Arguments.of(GOOD.replace("\"CHALLENGE\"", "\"QUIZ\""), 400, "malformed-request", "items[0].kind"),
                Arguments.of(GOOD.replace("[{", "[null, {"), 422, "invalid", "items[0]"),
                Arguments.of(GOOD.replace("\"x\"", "\"x\", \"y\": 1"), 400, "malformed-request", "items[0].y"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void aBadBodyNamesTheFieldAtFault(String body, int status, String slug, String field) {
        ResponseSpec response = client.post()
                .uri("/api/v1/assessments")
                .header(HttpHeaders.AUTHORIZATION, staff.bearer(Role.RECRUITER))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
        String problem = problem(response, status, slug);
        if (field != null) {
            assertThat(problem).contains("\"field\":\"" + field);
        }
    }

    @Test
    void aBodyThatIsNotUtf8IsMalformed() {
        ResponseSpec response = client.post()
                .uri("/api/v1/assessments")
                .header(HttpHeaders.AUTHORIZATION, staff.bearer(Role.RECRUITER))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(GOOD.replace("\"T\"", "\"\u00ff\"").getBytes(StandardCharsets.ISO_8859_1))
                .exchange();
        problem(response, 400, "malformed-request");
    }

    @Test
    void aHugeBodyIsRefused() {
        ResponseSpec response = client.post()
                .uri("/api/v1/session")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"email\": \"" + "x".repeat(3_000_000) + "\"}")
                .exchange();
        problem(response, 413, "too-large");
    }

    @Test
    void unknownAddressesAndMethodsAreProblems() {
        String bearer = staff.bearer(Role.RECRUITER);
        problem(send(HttpMethod.GET, "/api/v1/nothing", bearer), 404, "not-found");
        problem(send(HttpMethod.POST, "/api/v1/nothing", bearer), 404, "not-found");
        problem(send(HttpMethod.GET, "/api", bearer), 404, "not-found");
        problem(send(HttpMethod.DELETE, "/api/v1/assessments", bearer), 405, "method-not-allowed");
        problem(send(HttpMethod.POST, "/api/v1/assessments", bearer), 400, "malformed-request");
        problem(send(HttpMethod.GET, "/api/v1/assessments?limit=no", bearer), 400, "malformed-request");
        problem(send(HttpMethod.GET, "/api/v1/assessments?limit=0", bearer), 422, "invalid");
        problem(send(HttpMethod.GET, "/api/v1/assessments?cursor=%00%ff", bearer), 422, "invalid");
        problem(send(HttpMethod.GET, "/api/v1/catalog/QUIZ/x", bearer), 400, "malformed-request");
        problem(send(HttpMethod.GET, "/api/v1/assessments/%00", bearer), 400, "malformed-request");
        problem(send(HttpMethod.GET, "/missing.js", bearer), 404, "not-found");
        problem(send(HttpMethod.GET, "/api//v1/status", bearer), 400, "malformed-request");
        problem(send(HttpMethod.POST, "/", bearer), 404, "not-found");
    }

    @Test
    void withoutATokenOrWithAWrongOneOnlySignInHelps() {
        problem(send(HttpMethod.GET, "/api/v1/assessments", ""), 401, "sign-in-required");
        problem(send(HttpMethod.GET, "/api/v1/assessments", "Bearer x.y.z"), 401, "sign-in-required");
        problem(send(HttpMethod.GET, "/api/v1/assessments", "Bearer \u00e9"), 401, "sign-in-required");
        problem(send(HttpMethod.GET, "/api/v1/attempt", staff.bearer(Role.OWNER)), 403, "role-required");
    }

    private ResponseSpec send(HttpMethod method, String path, String bearer) {
        return client.method(method)
                .uri(URI.create("http://localhost:" + port + path))
                .headers(headers -> {
                    if (!bearer.isEmpty()) {
                        headers.set(HttpHeaders.AUTHORIZATION, bearer);
                    }
                })
                .exchange();
    }

    private static String problem(ResponseSpec response, int status, String slug) {
        String body = response.expectBody(String.class).returnResult().getResponseBody();
        assertThat(body)
                .contains("\"type\":\"urn:assay:problem:" + slug + "\"")
                .doesNotContain("\tat ", "Exception", "java.lang", "REDACTED", "Feature");
        response.expectStatus().isEqualTo(status).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        return body;
    }
}

package dev.assay.api.testing;

import com.jayway.jsonpath.JsonPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Calls the API as one candidate. */
public record TestCandidate(WebTestClient client, String token, String attemptId, String secret) {

    private static final String BASE = "/api/v1/attempt";

    public static TestCandidate opening(WebTestClient client, String secret) {
        String body = bodyOf(open(client, secret).expectStatus().isOk());
        return new TestCandidate(client, JsonPath.read(body, "$.token"), JsonPath.read(body, "$.attemptId"), secret);
    }

    public static ResponseSpec open(WebTestClient client, String secret) {
        return client.post()
                .uri("/api/v1/candidate/session")
                .bodyValue(Map.of("secret", secret))
                .exchange();
    }

    public ResponseSpec get(String path) {
        return client.get()
                .uri(BASE + path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    public ResponseSpec post(String path, @Nullable Object body) {
        return send(client.post(), path, body, null);
    }

    public ResponseSpec post(String path, @Nullable Object body, String idempotencyKey) {
        return send(client.post(), path, body, idempotencyKey);
    }

    public ResponseSpec put(String path, Object body) {
        return send(client.put(), path, body, null);
    }

    private ResponseSpec send(
            WebTestClient.RequestBodyUriSpec request, String path, @Nullable Object body, @Nullable String key) {
        WebTestClient.RequestBodySpec spec = request.uri(BASE + path).headers(headers -> {
            headers.setBearerAuth(token);
            if (key != null) {
                headers.set("Idempotency-Key", key);
            }
        });
        if (body == null) {
            return spec.exchange();
        }
        return spec.header("Content-Type", "application/json").bodyValue(body).exchange();
    }

    public ResponseSpec write(String itemId, long baseRevision, String path, String text) {
        return edit(itemId, UUID.randomUUID().toString(), baseRevision, path, text);
    }

    public ResponseSpec edit(String itemId, String editId, long baseRevision, String path, String text) {
        Map<String, Object> edit = new LinkedHashMap<>();
        edit.put("editId", editId);
        edit.put("baseRevision", baseRevision);
        edit.put("path", path);
        edit.put("text", text);
        return post("/items/" + itemId + "/edits", edit);
    }

    /** Submits item 1, and gives the submission's id. */
    public String submit() {
        return JsonPath.read(
                bodyOf(post("/items/1/submissions", null).expectStatus().isOk()), "$.id");
    }

    public String run() {
        return JsonPath.read(bodyOf(post("/items/1/runs", null).expectStatus().isOk()), "$.id");
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // as JsonPath itself does
    public <T> T read(String path, String jsonPath) {
        return JsonPath.read(bodyOf(get(path).expectStatus().isOk()), jsonPath);
    }

    public static String bodyOf(ResponseSpec response) {
        String body = response.expectBody(String.class).returnResult().getResponseBody();
        return body == null ? "" : body;
    }
}

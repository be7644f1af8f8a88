package dev.assay.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.AssayApplication;
import dev.assay.api.identity.Members;
import dev.assay.api.organization.Organizations;
import dev.assay.api.startup.StartUp;
import dev.assay.api.testing.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** The whole program with its data on a disk that fills up. */
class FullDiskAnswerTest {

    private static final String CHOSEN = "a password of my own";

    @TempDir
    Path folder;

    @Test
    void aFullDiskIsToldAndNothingIsAcknowledged() throws Exception {
        try (SmallDisk disk = SmallDisk.mountBelow(folder, 32);
                ConfigurableApplicationContext program = SpringApplication.run(
                        AssayApplication.class,
                        "--assay.data-folder=" + disk.path(),
                        "--logging.file.name=" + folder.resolve("assay.log"),
                        "--assay.port=0",
                        "--assay.console=false",
                        "--assay.runner.enabled=false",
                        "--assay.library=../challenges/library",
                        "--springdoc.api-docs.enabled=false")) {
            program.getBean(StartUp.class).done().block();
            WebTestClient client = WebTestClient.bindToServer()
                    .baseUrl("http://localhost:" + program.getEnvironment().getProperty("local.server.port"))
                    .build();
            String bearer = ownersBearer(program, client);
            Path filler = Files.write(disk.path().resolve("filler"), new byte[20 * 1024 * 1024]);

            JsonNode refused = add(client, bearer, 507);
            assertThat(refused.at("/type").asString()).isEqualTo("urn:assay:problem:store-unavailable");
            assertThat(refused.at("/detail").asString()).contains("Free disk space");
            assertThat(members(client, bearer)).hasSize(1);

            Files.delete(filler);
            add(client, bearer, 201);
            assertThat(members(client, bearer)).hasSize(2);
        }
    }

    private static String ownersBearer(ConfigurableApplicationContext program, WebTestClient client) {
        String organization =
                program.getBean(Organizations.class).all().blockFirst().id();
        Members.Added owner =
                program.getBean(Members.class).resetOwner(organization).block();
        JsonNode session = body(
                client.post()
                        .uri("/api/v1/session")
                        .bodyValue(Map.of("email", owner.account().email(), "password", owner.password()))
                        .exchange(),
                200);
        JsonNode changed = body(
                client.put()
                        .uri("/api/v1/session/password")
                        .header(
                                HttpHeaders.AUTHORIZATION,
                                "Bearer " + session.at("/token").asString())
                        .bodyValue(Map.of("currentPassword", owner.password(), "newPassword", CHOSEN))
                        .exchange(),
                200);
        return "Bearer " + changed.at("/token").asString();
    }

    private static JsonNode add(WebTestClient client, String bearer, int status) {
        return body(
                client.post()
                        .uri("/api/v1/members")
                        .header(HttpHeaders.AUTHORIZATION, bearer)
                        .bodyValue(Map.of("name", "Iris", "email", "iris@example.org", "roles", List.of("RECRUITER")))
                        .exchange(),
                status);
    }

    private static JsonNode members(WebTestClient client, String bearer) {
        return body(
                        client.get()
                                .uri("/api/v1/members")
                                .header(HttpHeaders.AUTHORIZATION, bearer)
                                .exchange(),
                        200)
                .at("/items");
    }

    private static JsonNode body(WebTestClient.ResponseSpec response, int status) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}

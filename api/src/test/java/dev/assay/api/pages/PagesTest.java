package dev.assay.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.testing.ApiTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ApiTest
class PagesTest {

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    WebTestClient client;

    @DynamicPropertySource
    static void builtPages(DynamicPropertyRegistry properties) throws IOException {
        Path web = Files.createDirectories(folder.resolve("web"));
        Files.writeString(web.resolve("index.html"), "<!doctype html><title>Assay</title>" + " ".repeat(4_000));
        Files.createDirectory(web.resolve("assets"));
        Files.writeString(web.resolve("assets/app-1f2e.js"), "export {}");
        Files.writeString(folder.resolve("secret.txt"), "not a page");
        properties.add("assay.web-folder", () -> web);
    }

    @Test
    void everyRouteOfTheApplicationGetsItsPage() {
        for (String route : new String[] {"/", "/assessments", "/take/AbC_-123", "/reviews/1"}) {
            String page = get(route)
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody();
            assertThat(page).startsWith("<!doctype html>");
        }
        get("/assessments").expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    @Test
    void builtFilesAreKeptForEverAndMissingOnesAreNotThePage() {
        get("/assets/app-1f2e.js")
                .expectStatus()
                .isOk()
                .expectHeader()
                .value(HttpHeaders.CACHE_CONTROL, caching -> assertThat(caching).contains("immutable"));
        get("/assets/gone.js").expectStatus().isNotFound();
    }

    @Test
    void nothingOutsideTheFolderIsServed() {
        for (String path : new String[] {"/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt"}) {
            byte[] body = get(path).expectBody().returnResult().getResponseBody();
            assertThat(body == null ? "" : new String(body, StandardCharsets.UTF_8))
                    .doesNotContain("not a page");
        }
    }

    @Test
    void pagesCarryThePolicyThatForbidsForeignScripts() {
        get("/").expectHeader()
                .value("Content-Security-Policy", policy -> assertThat(policy).contains("script-src 'self';"))
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff");
    }

    private ResponseSpec get(String path) {
        return client.get().uri(URI.create("http://localhost:" + port + path)).exchange();
    }
}

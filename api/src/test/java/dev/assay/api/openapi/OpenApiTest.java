package dev.assay.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.access.Role;
import dev.assay.api.testing.ApiTest;
import dev.assay.api.testing.TestStaff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The committed openapi.json says what the code says. */
@ApiTest
@TestPropertySource(
        properties = {
            "springdoc.api-docs.enabled=true",
            "springdoc.use-fqn=true",
            "springdoc.api-docs.path=/api/generated",
            "springdoc.packages-to-scan=dev.assay.api"
        })
class OpenApiTest {

    private static final Path COMMITTED = Path.of("openapi.json");
    private static final String WRITE = "assay.openapi.write";

    @Autowired
    WebTestClient client;

    @Autowired
    TestStaff staff;

    static {
        SpringDocUtils.getConfig().addAnnotationsToIgnore(AuthenticationPrincipal.class);
    }

    @Test
    void theCommittedDescriptionIsThatOfTheCode() throws IOException {
        String current = new OpenApiDocument(generated()).text();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(COMMITTED, current);
        }
        assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "")
                .as(
                        "api/openapi.json differs from the code. Write it anew with -D%s=true, then generate the web's client",
                        WRITE)
                .isEqualTo(current);
    }

    private String generated() {
        byte[] body = client.mutate()
                .responseTimeout(Duration.ofSeconds(60))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
                .build()
                .get()
                .uri("/api/generated")
                .header(HttpHeaders.AUTHORIZATION, staff.bearer(Role.OWNER))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(body, StandardCharsets.UTF_8);
    }
}

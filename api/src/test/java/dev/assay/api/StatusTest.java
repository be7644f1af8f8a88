package dev.assay.api;

import dev.assay.api.testing.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@ApiTest
class StatusTest {

    @Autowired
    WebTestClient client;

    @Test
    void tellsAnybodyWhetherJudgingIsReady() {
        client.get()
                .uri("/api/v1/status")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.judging")
                .isEqualTo("UNAVAILABLE")
                .jsonPath("$.message")
                .isNotEmpty();
    }

    @Test
    void anUnknownAddressNeedsATokenFirst() {
        client.get()
                .uri("/api/v1/nothing")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:assay:problem:sign-in-required");
    }
}

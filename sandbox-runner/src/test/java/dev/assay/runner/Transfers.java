package dev.assay.runner;

import dev.assay.challenge.Challenge;
import java.util.Map;

/**
 * What the server of an environment must carry without losing or changing anything: many calls at a time on connections that are
 * kept, large bodies, and paths as they were sent. The submission answers {@code POST /length} with the number of bytes of the
 * body, {@code GET /letters?n=} with so many, and everything else with the path that it was asked for.
 */
final class Transfers {

    private static final String EXAM = """
            import static org.assertj.core.api.Assertions.assertThat;
            import dev.assay.exam.*;
            import java.util.List;
            import org.junit.jupiter.api.*;
            @Category("all") @Visible
            class TransferTests {
                private final Service service;
                TransferTests(Service service) { this.service = service; }
                @Test void manyAtATime() {
                    for (int round = 0; round < 10; round++) {
                        String path = "/round-" + round + "-";
                        List<Reply> replies = service.concurrently(64, i -> service.get(path + i).send());
                        for (int i = 0; i < 64; i++) assertThat(replies.get(i).hasStatus(200).body()).isEqualTo(path + i);
                    }
                }
                @Test void oneAfterTheOther() {
                    for (int i = 0; i < 300; i++) assertThat(service.get("/" + i).send().body()).isEqualTo("/" + i);
                }
                @Test void largeRequests() {
                    service.concurrently(8, i -> {
                        Reply reply = service.post("/length").body("text/plain", "x".repeat(3_000_000 + i)).send();
                        assertThat(reply.hasStatus(200).body()).isEqualTo(String.valueOf(3_000_000 + i));
                        return reply;
                    });
                }
                @Test void largeAnswers() {
                    service.concurrently(8, i -> {
                        Reply reply = service.get("/letters?n=" + (900_000 + i)).send();
                        assertThat(reply.hasStatus(200).body()).hasSize(900_000 + i);
                        return reply;
                    });
                }
                @Test void pathsAsTheyWereSent() {
                    for (String path : List.of("/a%2Fb", "/a/..%2F..%2F..%2Fb", "/a/../../b", "//a//b", "/a%20b", "/index.php/a", "/a%0Ab")) {
                        assertThat(service.get(path).send().hasStatus(200).body()).isEqualTo(path);
                    }
                }
            }
            """;

    private Transfers() {}

    static Challenge challenge() {
        return Sums.challenge(Sums.limits(60, 60, 60, 512), EXAM, Map.of("all", 1));
    }
}

package dev.assay.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ThirdPartyTests {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ThirdParty payments;
    /** Calls the third party, as the candidate's service would. */
    private Service caller;

    @BeforeEach
    void open() throws IOException {
        payments = new ThirdParty("payments", 0, "s3cret");
        caller = new Service("127.0.0.1", port());
    }

    @AfterEach
    void close() {
        caller.close();
        payments.close();
    }

    private int port() {
        return URI.create(payments.url()).getPort();
    }

    private Call charge() {
        return caller.post("/charges?dry=no").header("Api-Key", "k").json(Map.of("amount", 250));
    }

    @Test
    void answersByItsScripts() {
        payments.on(
                "POST",
                "/charges",
                request -> Answer.json(201, Map.of("amount", request.number("amount")))
                        .header("Location", "/charges/1"));
        payments.on("GET", "/charges/*", Answer.status(204));
        payments.on("GET", "/*", Answer.status(404));

        charge().send()
                .hasStatus(201)
                .hasJson(Map.of("amount", 250))
                .header("Location")
                .isEqualTo("/charges/1");
        caller.get("/charges/1/receipts").send().hasStatus(204);
        caller.get("/charges").send().hasStatus(404);
        caller.delete("/charges/1").send().hasStatus(503);
        assertThat(payments.requests())
                .hasToString("[payments got POST /charges?dry=no, payments got GET /charges/1/receipts, "
                        + "payments got GET /charges, payments got DELETE /charges/1]");
        assertThat(payments.requests("POST", "/charges")).hasSize(1);
    }

    @Test
    void answersInTurn() {
        payments.on("POST", "/charges", Answer.status(500), Answer.status(429), Answer.text(200, "ok"));

        charge().send().hasStatus(500);
        charge().send().hasStatus(429);
        charge().send().hasStatus(200);
        assertThat(charge().send().body()).isEqualTo("ok");
    }

    @Test
    void showsWhatWasSent() {
        payments.on("POST", "/charges", Answer.status(201));
        charge().send();

        Request request = payments.requests().getFirst();
        assertThat(request.method() + request.path() + request.query()).isEqualTo("POST/chargesdry=no");
        assertThat(request.parameter("dry")).contains("no");
        assertThat(request.parameter("wet")).isEmpty();
        assertThat(request.body()).isEqualTo("{\"amount\":250}");
        assertThat(request.number("amount")).isEqualTo(250);
        request.header("api-key").isEqualTo("k");
        request.hasJson(Map.of("amount", 250)).hasJsonContaining(Map.of()).hasNoField("currency");
        fails(() -> request.field("currency"), "payments got POST /charges?dry=no → expected a field currency");
        fails(() -> request.field("amount").isEqualTo(1), "payments got POST /charges?dry=no, field amount");
        fails(() -> request.hasJson(Map.of("amount", 1)), "/amount: expected 1 but was 250");
        fails(() -> request.header("Signature"), "expected a header Signature");
    }

    @Test
    void failsToAnswer() {
        payments.on("GET", "/closed", Answer.closes());
        payments.on("GET", "/cut", Answer.json(200, "a long answer").truncated());
        payments.on("GET", "/slow", Answer.status(200).after(Duration.ofMillis(300)));

        assertThat(raw("/closed").readAll()).isEmpty();
        assertThat(raw("/cut").readAll()).contains("Content-length: 15").endsWith("\"a long");
        fails(() -> raw("/slow").timeout(Duration.ofMillis(50)).readLine(), "expected a line within 50 ms");
        caller.get("/slow").send().hasStatus(200);
    }

    /** A connection on which there was one request. A client would send it again when the connection closes. */
    private Connection raw(String path) {
        return caller.socket().send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    @Test
    void hangsUntilTheTestEnds() {
        payments.on("GET", "/slow", Answer.hangs(), Answer.status(200).after(Duration.ofHours(1)));
        try (Connection first = raw("/slow");
                Connection second = raw("/slow")) {
            payments.awaitRequests(2, PATIENCE);
            fails(() -> first.timeout(Duration.ofMillis(20)).readLine(), "expected a line within 20 ms");

            payments.forget();

            assertThat(first.timeout(PATIENCE).readAll() + second.readAll()).isEmpty();
        }
        caller.get("/slow").send().hasStatus(503);
        assertThat(payments.requests()).hasSize(1);
    }

    @Test
    void waitsForRequests() {
        CompletableFuture<Void> later = CompletableFuture.runAsync(() -> {
            charge().send();
            caller.get("/other").send();
            charge().send();
        });

        assertThat(payments.awaitRequests("POST", "/charges", 2, PATIENCE)).hasSize(2);
        assertThat(payments.awaitRequests(3, PATIENCE)).hasSize(3);
        fails(
                () -> payments.awaitRequests("GET", "/charges", 1, Duration.ofMillis(20)),
                "payments → expected 1 requests GET /charges within 20 ms but there were 0; in all: [payments got POST");
        later.join();
    }

    @Test
    void letsTheTestFailWithItsScript() {
        payments.on("POST", "/charges", request -> Answer.text(200, request.text("currency")));

        charge().send().hasStatus(500);

        fails(payments::forget, "payments got POST /charges?dry=no → expected a field currency");
        payments.forget();
    }

    @Test
    void boundsWhatAServiceCanDo() throws IOException, InterruptedException {
        payments.on("POST", "/charges", Answer.status(200));
        caller.post("/charges")
                .body("text/plain", "x".repeat(ThirdParty.MAX_BODY + 1))
                .send()
                .hasStatus(413);
        assertThat(payments.requests()).isEmpty();
        try (Socket nonsense = new Socket(InetAddress.getLoopbackAddress(), port())) {
            nonsense.getOutputStream().write("\u0000\u0001 nonsense\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            nonsense.getInputStream().readAllBytes();
        }
        for (int i = 0; i < 17; i++) {
            caller.post("/charges")
                    .body("text/plain", "x".repeat(ThirdParty.MAX_BODY))
                    .send();
        }
        charge().send().hasStatus(503);
        fails(() -> payments.requests(), "The service sent more than 5000 requests, or more than 16 MiB");
        payments.forget();
        assertThat(payments.requests()).isEmpty();
    }

    @Test
    void answersWhileManyHang() {
        payments.on("GET", "/slow", Answer.hangs());
        List<Connection> hanging = Stream.generate(() -> raw("/slow")).limit(40).toList();
        payments.awaitRequests(40, PATIENCE);

        caller.get("/other").send().hasStatus(503);

        hanging.forEach(Connection::close);
    }

    @Test
    void refusesWhatCannotBeAnswered() {
        assertThatIllegalArgumentException().isThrownBy(() -> Answer.status(100));
        assertThatIllegalArgumentException().isThrownBy(() -> payments.on("GET", "charges", Answer.status(200)));
    }

    @Test
    void signsAsOthersDo() {
        // RFC 4231, test case 2.
        assertThat(Signatures.hmacSha256("Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    private static void fails(Runnable action, String message) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(action::run).withMessageContaining(message);
    }
}

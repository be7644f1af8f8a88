package dev.assay.exam;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class ServiceTests {

    /** How the call fails, on a server that answers so. */
    private static String failure(RawServer.Answer answer) {
        try (RawServer server = new RawServer(answer);
                Service service = new Service("127.0.0.1", server.port())) {
            AssertionError failure = assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> service.get("/thing")
                            .timeout(Duration.ofMillis(600))
                            .send())
                    .actual();
            String message = String.valueOf(failure.getMessage());
            assertThat(message).startsWith("GET /thing → ").hasSizeLessThan(600).doesNotContain("\n");
            return message;
        }
    }

    private static String failure(String bytes) {
        return failure(out -> {
            out.write(bytes.getBytes(ISO_8859_1));
            return false;
        });
    }

    private static Reply reply(String bytes) {
        try (RawServer server = RawServer.saying(bytes);
                Service service = new Service("127.0.0.1", server.port())) {
            return service.get("/thing").send();
        }
    }

    @Test
    void namesAServiceThatStaysSilent() {
        assertThat(failure(out -> true)).contains("no complete answer within 600 ms");
    }

    @Test
    void endsAnAnswerThatTrickles() {
        assertThat(failure(out -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(ISO_8859_1));
                    CyclicBarrier never = new CyclicBarrier(2);
                    while (true) {
                        out.write('x');
                        out.flush();
                        try {
                            never.await(20, TimeUnit.MILLISECONDS);
                        } catch (TimeoutException | BrokenBarrierException | InterruptedException e) {
                            never.reset();
                        }
                    }
                }))
                .contains("no complete answer within 600 ms");
    }

    @Test
    void capsABody() {
        assertThat(failure(out -> {
                    out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(ISO_8859_1));
                    byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(ISO_8859_1);
                    while (true) {
                        out.write(chunk);
                    }
                }))
                .contains("the body is longer than 1048576 bytes");
    }

    @Test
    void survivesEndlessHeaders() {
        assertThat(failure(out -> {
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
                    byte[] header = ("X-" + "y".repeat(50) + ": " + "z".repeat(1000) + "\r\n").getBytes(ISO_8859_1);
                    while (true) {
                        out.write(header);
                    }
                }))
                .contains("the answer");
    }

    @Test
    void survivesEndlessInterimAnswers() {
        assertThat(failure(out -> {
                    while (true) {
                        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
                    }
                }))
                .isNotEmpty();
    }

    @Test
    void namesAConnectionThatCloses() {
        assertThat(failure(out -> false)).contains("closed the connection without an answer");
        assertThat(failure("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"))
                .contains("closed the connection before the answer was complete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n\r\n",
                "SSH-2.0-OpenSSH_9.9\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\nabc\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc\r\n",
                "\u0000\u0000\u0000\u0000\r\n\r\n"
            })
    void namesAnAnswerThatIsNotHttp(String bytes) {
        assertThat(failure(bytes)).containsAnyOf("could not be read", "not valid HTTP", "closed");
    }

    @Test
    void namesAServiceThatIsNotThere() {
        int port;
        try (RawServer server = RawServer.saying("")) {
            port = server.port();
        }
        try (Service service = new Service("127.0.0.1", port)) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> service.post("/a").json(Map.of("n", 1)).send())
                    .withMessage("POST /a {\"n\":1} → the service does not accept connections; has it stopped?");
        }
    }

    @Test
    void followsNoRedirectAndTakesEveryStatus() {
        assertThat(reply("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")
                        .status())
                .isEqualTo(302);
        assertThat(reply("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n")
                        .status())
                .isEqualTo(401);
        assertThat(reply("HTTP/1.1 204 No Content\r\n\r\n").status()).isEqualTo(204);
    }

    @Test
    void sendsAgainWhenAnIdleConnectionTurnsOutToBeClosed() {
        AtomicInteger answered = new AtomicInteger();
        try (RawServer server = new RawServer(out -> {
                    answered.incrementAndGet();
                    out.write(RawServer.ok("fine").getBytes(ISO_8859_1));
                    return false; // closes, and does not say so
                });
                Service service = new Service("127.0.0.1", server.port())) {
            for (int i = 0; i < 200; i++) {
                service.post("/a").json(List.of(i)).send().hasStatus(200);
            }
        }
        assertThat(answered).hasValue(200);
    }

    @Test
    void makesItsCallsAtTheSameTime() {
        int n = 20;
        CyclicBarrier all = new CyclicBarrier(n);
        try (RawServer server = new RawServer(out -> {
                    try {
                        all.await();
                    } catch (InterruptedException | BrokenBarrierException e) {
                        return false;
                    }
                    out.write(RawServer.ok("fine").getBytes(ISO_8859_1));
                    return true;
                });
                Service service = new Service("127.0.0.1", server.port())) {
            List<Reply> replies =
                    service.concurrently(n, i -> service.get("/" + i).send());

            assertThat(replies)
                    .extracting(Reply::toString)
                    .startsWith("GET /0 → 200 fine")
                    .hasSize(n);
        }
    }

    @Test
    void namesTheCallThatFailedAmongMany() {
        try (RawServer server = RawServer.saying("nonsense\r\n\r\n");
                Service service = new Service("127.0.0.1", server.port())) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() ->
                            service.concurrently(3, i -> service.get("/" + i).send()))
                    .withMessageStartingWith("Of 3 calls at the same time: GET /0 → ");
        }
    }

    @Test
    void saysWhatWasExpected() {
        Reply reply = reply("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nX-Kind: odd\r\n"
                + "Content-Length: 53\r\n\r\n{\"code\":\"k3\",\"hits\":7,\"gone\":null,\"items\":[{\"id\":1}]}");

        reply.hasStatus(200)
                .hasStatusIn(200, 201)
                .hasContentType("application/json")
                .hasNoField("gone");
        reply.field("hits").isEqualTo(7);
        reply.field("gone").isNull();
        reply.field("/items/0/id").isEqualTo(1);
        assertThat(reply.text("code")).isEqualTo("k3");
        assertThat(reply.number("hits")).isEqualTo(7);
        assertThat(reply.list("items")).hasSize(1);
        fails(() -> reply.hasStatus(201), "GET /thing → expected status 201 but was 200, body: {\"code\":\"k3\"");
        fails(() -> reply.text("hits"), "expected text in the field hits but was 7");
        fails(() -> reply.number("code"), "expected a whole number in the field code but was \"k3\"");
        fails(() -> reply.field("owner"), "expected a field owner");
        fails(() -> reply.header("Location"), "expected a header Location");
        fails(() -> reply.header("X-Kind").isEqualTo("even"), "GET /thing → 200, header X-Kind");
        fails(() -> reply.field("hits").isEqualTo(8), "GET /thing → 200, field hits");
        fails(() -> reply(RawServer.ok("<html>")).field("a"), "expected a JSON body");
        fails(() -> reply(RawServer.ok("[".repeat(5000))).field("a"), "expected a JSON body");
        fails(() -> reply(RawServer.ok("")).field("a"), "expected a field a, no body");
    }

    private static void fails(Runnable assertion, String message) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion::run)
                .withMessageContaining(message);
    }
}

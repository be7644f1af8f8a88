package dev.assay.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an exam sees of a dependency itself, as far as that needs no server of its kind. */
@Timeout(20)
class DependencyTests {

    private static Dependency postgresql(int port) {
        return new Dependency("db", "postgresql://app:app@127.0.0.1:" + port + "/app", Control.none());
    }

    private static Object redis(String answer, String... words) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read();
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            Object value = new Dependency("cache", "redis://127.0.0.1:" + server.getLocalPort(), Control.none())
                    .command(words);
            answered.join();
            return value;
        }
    }

    @Test
    void readsWhatRedisAnswers() throws IOException {
        assertThat(redis("+OK\r\n", "SET", "k", "v")).isEqualTo("OK");
        assertThat(redis("$5\r\na\r\nü\r\n", "GET", "k")).isEqualTo("a\r\nü");
        assertThat(redis("$-1\r\n", "GET", "k")).isNull();
        assertThat(redis(":-12\r\n", "TTL", "k")).isEqualTo(-12L);
        assertThat(redis("*3\r\n$1\r\na\r\n$-1\r\n*1\r\n:7\r\n", "X")).isEqualTo(Arrays.asList("a", null, List.of(7L)));
        assertThat(redis("*-1\r\n", "BLPOP", "k")).isNull();
    }

    @Test
    void saysWhatRedisRefuses() {
        fails(() -> redis("-WRONGTYPE not a list\r\n", "LLEN", "k"), "cache LLEN k → refused: WRONGTYPE not a list");
        fails(() -> redis("HTTP/1.1 400\r\n", "LLEN"), "this is not Redis: HTTP/1.1 400");
        fails(() -> redis("$100\r\nshort", "GET", "k"), "cache GET k → no answer within 5 s, or no connection");
        fails(() -> redis("$99999999\r\n", "GET", "k"), "more than 4194304 bytes");
        fails(() -> redis("*99999999\r\n", "GET", "k"), "more than 20000 elements");
        fails(() -> redis("*1\r\n".repeat(100), "GET", "k"), "nested too deep");
        fails(() -> redis("$x\r\n", "GET", "k"), "cache GET k → no answer");
    }

    @Test
    void saysWhenNobodyAnswers() throws IOException {
        int port;
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = silent.getLocalPort();
            fails(
                    () -> postgresql(port)
                            .sql("select 1")
                            .timeout(Duration.ofMillis(300))
                            .rows(),
                    "db \"select 1\" → no answer within 300 ms, or no connection; is it stopped or paused?");
            fails(
                    () -> new Redis("cache", URI.create("redis://127.0.0.1:" + port))
                            .command(List.of("PING"), Duration.ofMillis(300)),
                    "cache PING → no answer within 300 ms, or no connection; is it stopped or paused?");
        }
        fails(() -> postgresql(port).sql("select 1").refusal(), "is it stopped or paused?");
    }

    @Test
    void namesAMistakeOfTheExam() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> postgresql(1).sql("select :id").rows())
                .withMessage("db \"select :id\" has no value for :id");
        assertThatIllegalStateException()
                .isThrownBy(() -> postgresql(1).command("PING"))
                .withMessage("The dependency db takes no commands; only redis does");
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void fails(Action action, String message) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(action::run).withMessageContaining(message);
    }
}

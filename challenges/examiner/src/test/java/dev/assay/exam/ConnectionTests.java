package dev.assay.exam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ConnectionTests {
    private static final String REQUEST = "GET / HTTP/1.1\r\n\r\n";

    @Test
    void sendsBytesAndReadsThem() {
        try (RawServer server = new RawServer(out -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc".getBytes(UTF_8));
                    return true;
                });
                Service service = new Service("127.0.0.1", server.port());
                Connection connection = service.socket()) {
            connection.send(REQUEST.substring(0, 5)).send(REQUEST.substring(5) + REQUEST);

            assertThat(connection.readLine()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(connection.readLine()).isEqualTo("Content-Length: 3");
            assertThat(connection.readLine()).isEmpty();
            assertThat(connection.read(3)).asString(UTF_8).isEqualTo("abc");
            assertThat(connection.endInput().readAll()).endsWith("\r\n\r\nabc");
        }
    }

    @Test
    void saysWhatDoesNotCome() {
        try (RawServer server = new RawServer(out -> true);
                Service service = new Service("127.0.0.1", server.port());
                Connection connection = service.socket().timeout(Duration.ofMillis(100))) {
            connection.send(REQUEST);

            fails(connection::readLine, "connection that sent \"GET / HTTP/1.1\" → expected a line within 100 ms");
            fails(() -> connection.read(2), "expected 2 bytes within 100 ms");
            fails(connection::readAll, "expected that the service closes the connection");
        }
    }

    @Test
    void saysWhenTheServiceClosesTooEarly() {
        try (RawServer server = RawServer.saying("HTTP");
                Service service = new Service("127.0.0.1", server.port())) {
            try (Connection connection = service.socket().send(REQUEST)) {
                fails(connection::readLine, "expected a line but the service closed the connection after \"HTTP\"");
            }
            try (Connection connection = service.socket().send(REQUEST)) {
                fails(() -> connection.read(5), "expected 5 bytes but the service closed the connection");
            }
        }
    }

    @Test
    void doesNotHangOnAServiceThatTakesNothing() {
        try (RawServer server = new RawServer(out -> {
                    while (true) {
                        out.write(new byte[1000]);
                    }
                });
                Service service = new Service("127.0.0.1", server.port());
                Connection connection = service.socket().timeout(Duration.ofMillis(200))) {
            connection.send(REQUEST);

            fails(() -> connection.send(new byte[64 << 20]), "the service took nothing for 200 ms");
        }
    }

    @Test
    void readsNoEndlessAnswer() {
        try (RawServer server = new RawServer(out -> {
                    while (true) {
                        out.write(new byte[1000]);
                    }
                });
                Service service = new Service("127.0.0.1", server.port());
                Connection connection = service.socket().send(REQUEST)) {
            fails(connection::readAll, "more than 1048576 bytes");
        }
    }

    @Test
    void namesAServiceThatIsNotThere() {
        int port;
        try (RawServer server = RawServer.saying("")) {
            port = server.port();
        }
        try (Service service = new Service("127.0.0.1", port)) {
            fails(service::socket, "connection → the service does not accept connections; has it stopped?");
        }
    }

    private static void fails(Runnable action, String message) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(action::run).withMessageContaining(message);
    }
}

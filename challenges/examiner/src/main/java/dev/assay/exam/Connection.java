package dev.assay.exam;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A TCP connection to the service, for what no HTTP client would send: a request byte by byte, several before the first answer, or
 * none at all.
 *
 * <pre>{@code
 * try (Connection connection = service.socket()) {
 *     connection.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
 *     assertThat(connection.readLine()).isEqualTo("HTTP/1.1 200 OK");
 * }
 * }</pre>
 *
 * <p>Each method is bounded by the time-out, and reading by {@value Service#MAX_BODY} bytes; what does not come fails the test with
 * a sentence.
 */
public final class Connection implements AutoCloseable {
    private final Socket socket = new Socket();
    private final Executor threads;
    private String sent = "";
    private Duration timeout = Duration.ofSeconds(Service.TIMEOUT_SECONDS);

    Connection(String host, int port, Executor threads) {
        this.threads = threads;
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
        } catch (SocketTimeoutException e) {
            throw failure("no connection within " + Words.seconds(timeout), e);
        } catch (IOException e) {
            throw failure("the service does not accept connections; has it stopped?", e);
        }
    }

    /** How long each of the methods may take. */
    public Connection timeout(Duration limit) {
        this.timeout = limit;
        return this;
    }

    /** Sends the text in UTF-8 as it stands, and nothing more. */
    public Connection send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends these bytes at once. */
    public Connection send(byte[] bytes) {
        sent = Words.ends(sent + new String(bytes, StandardCharsets.UTF_8), 200);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(bytes), threads);
        try {
            writing.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return this;
        } catch (TimeoutException e) {
            // Ends the writing too.
            close();
            throw failure("the service took nothing for " + Words.seconds(timeout), e);
        } catch (ExecutionException e) {
            throw failure("the service closed the connection before it had all of it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw failure("was interrupted, because the test took too long", e);
        }
    }

    private void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that nothing more will be sent; the service may go on to send. */
    public Connection endInput() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw failure("the service has closed the connection", e);
        }
    }

    /** The next line, without its end; fails when none comes. */
    public String readLine() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        Deadline deadline = new Deadline();
        for (int next = read(deadline, "a line"); next != '\n'; next = read(deadline, "a line")) {
            if (next < 0) {
                throw failure("expected a line but the service closed the connection" + after(line));
            }
            keep(line, next);
        }
        return text(line).replaceFirst("\r$", "");
    }

    /** So many bytes; fails when they do not come. */
    public byte[] read(int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deadline deadline = new Deadline();
        while (bytes.size() < count) {
            int next = read(deadline, count + " bytes");
            if (next < 0) {
                throw failure("expected " + count + " bytes but the service closed the connection" + after(bytes));
            }
            keep(bytes, next);
        }
        return bytes.toByteArray();
    }

    /** All until the service closes the connection, read as UTF-8; fails when it does not close it. */
    public String readAll() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deadline deadline = new Deadline();
        for (int next = readOrEnd(deadline, bytes); next >= 0; next = readOrEnd(deadline, bytes)) {
            keep(bytes, next);
        }
        return text(bytes);
    }

    private int readOrEnd(Deadline deadline, ByteArrayOutputStream before) {
        try {
            return read(deadline, "the end");
        } catch (AssertionError late) {
            throw failure("expected that the service closes the connection" + after(before), late);
        }
    }

    private int read(Deadline deadline, String what) {
        try {
            socket.setSoTimeout(deadline.millisLeft());
            InputStream in = socket.getInputStream();
            return in.read();
        } catch (SocketTimeoutException e) {
            throw failure("expected " + what + " within " + Words.seconds(timeout), e);
        } catch (IOException e) {
            // A reset is an end too.
            return -1;
        }
    }

    private void keep(ByteArrayOutputStream bytes, int next) {
        if (bytes.size() == Service.MAX_BODY) {
            throw failure("the service sent more than " + Service.MAX_BODY + " bytes");
        }
        bytes.write(next);
    }

    private final class Deadline {
        private final long start = System.nanoTime();

        int millisLeft() throws SocketTimeoutException {
            long left = timeout.toMillis() - (System.nanoTime() - start) / 1_000_000;
            if (left <= 0) {
                throw new SocketTimeoutException();
            }
            return (int) left;
        }
    }

    private static String after(ByteArrayOutputStream bytes) {
        return bytes.size() == 0 ? "" : " after \"" + Words.cut(text(bytes), 200) + "\"";
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private AssertionError failure(String what) {
        return new AssertionError(this + " → " + what);
    }

    private AssertionError failure(String what, Throwable cause) {
        return new AssertionError(this + " → " + what, cause);
    }

    /** Ends the connection at once: by a reset when something was not read. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone, which is what was wanted.
        }
    }

    @Override
    public String toString() {
        return sent.isEmpty() ? "connection" : "connection that sent \"" + sent + "\"";
    }
}

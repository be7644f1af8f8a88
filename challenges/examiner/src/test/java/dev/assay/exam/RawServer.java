package dev.assay.exam;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Answers with whatever bytes a test wants, HTTP or not. */
final class RawServer implements AutoCloseable {
    /** Answers one request; the connection goes on when it returns true. */
    interface Answer {
        boolean write(OutputStream out) throws IOException;
    }

    private final ServerSocket socket;

    RawServer(Answer answer) {
        this(head -> {}, body -> {}, answer);
    }

    /**
     * @param heads given the head of each request
     * @param bodies given the body of each request that has one
     */
    RawServer(Consumer<String> heads, Consumer<String> bodies, Answer answer) {
        try {
            socket = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket connection = socket.accept();
                    Thread.ofVirtual().start(() -> serve(connection, heads, bodies, answer));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    static RawServer saying(String bytes) {
        return new RawServer(out -> {
            out.write(bytes.getBytes(StandardCharsets.UTF_8));
            return false;
        });
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    int port() {
        return socket.getLocalPort();
    }

    private static void serve(Socket connection, Consumer<String> heads, Consumer<String> bodies, Answer answer) {
        try (connection) {
            InputStream in = connection.getInputStream();
            while (readRequest(in, heads, bodies) && answer.write(connection.getOutputStream())) {
                connection.getOutputStream().flush();
            }
        } catch (IOException e) {
            // The client has gone, which is what many of these answers are meant to cause.
        }
    }

    /** Reads a request without a body, or with one that has no empty line in it. */
    private static boolean readRequest(InputStream in, Consumer<String> heads, Consumer<String> bodies)
            throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        heads.accept(head.toString());
        int at = head.toString().toLowerCase(java.util.Locale.ROOT).indexOf("content-length: ");
        if (at >= 0) {
            String length = head.substring(at + 16, head.indexOf("\r\n", at));
            bodies.accept(new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8));
        }
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

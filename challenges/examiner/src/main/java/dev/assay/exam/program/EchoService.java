package dev.assay.exam.program;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers every request with its body. Its connections end in a reset, so that none lingers in the namespace's table of sockets. */
final class EchoService implements AutoCloseable {
    private static final int MOST_WAITING = 64;

    private final ServerSocket socket;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private EchoService(ServerSocket socket) {
        this.socket = socket;
    }

    static EchoService start() throws IOException {
        EchoService service = new EchoService(new ServerSocket(0, MOST_WAITING, InetAddress.ofLiteral("127.0.0.1")));
        service.threads.execute(service::accept);
        return service;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.add(connection);
                connection.setSoLinger(true, 0);
                threads.execute(() -> answer(connection));
            }
        } catch (IOException closed) {
            // The end of the service.
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (int length = bodyLength(in); length >= 0; length = bodyLength(in)) {
                byte[] body = in.readNBytes(length);
                String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n";
                byte[] start = head.getBytes(StandardCharsets.US_ASCII);
                byte[] whole = new byte[start.length + body.length];
                System.arraycopy(start, 0, whole, 0, start.length);
                System.arraycopy(body, 0, whole, start.length, body.length);
                connection.getOutputStream().write(whole);
            }
        } catch (IOException closed) {
            // By the caller.
        }
    }

    /** Reads the head of a request; negative when there is none. */
    private static int bodyLength(InputStream in) throws IOException {
        int length = 0;
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                line.append((char) next);
                continue;
            }
            String text = line.toString().strip().toLowerCase(Locale.ROOT);
            if (text.isEmpty()) {
                return length;
            }
            if (text.startsWith("content-length:")) {
                length = Integer.parseInt(
                        text.substring("content-length:".length()).strip());
            }
            line.setLength(0);
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
        threads.close();
    }
}

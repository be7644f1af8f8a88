package dev.assay.exam.program;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Examines a small service of its own once and ends. The build of the examiner's image runs it while the JVM records what
 * it loads ({@code -XX:AOTCacheOutput}), so that the examiner itself starts from that record. It is never run in a pod.
 */
public final class Rehearsal {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String EXAM = "RehearsalTests.java";
    private static final byte[] ANSWER =
            "{\"name\":\"name\",\"hits\":7,\"items\":[\"one\",2.5],\"done\":true}".getBytes(StandardCharsets.UTF_8);

    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Location", "/7");
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
            exchange.close();
        });
        service.start();
        try {
            System.out.print(rehearse(service.getAddress().getPort()));
        } finally {
            service.stop(0);
        }
    }

    /** The answers of an examiner that compiled, loaded and ran the rehearsal's exam against the port. */
    static String rehearse(int port) throws IOException {
        String compiled = say(JSON.writeValueAsString(Map.of("type", "compile", "sources", Map.of(EXAM, exam()))));
        JsonNode classes = JSON.readTree(compiled.lines().skip(1).findFirst().orElseThrow())
                .required("classes");
        String load = JSON.writeValueAsString(
                Map.of("type", "load", "nonce", "rehearsal", "scope", "ALL", "port", port, "classes", classes));
        return say(load + "\n{\"type\":\"await\",\"timeoutMillis\":5000}\n{\"type\":\"examine\"}");
    }

    private static String say(String commands) {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        new Examiner(
                        new ByteArrayInputStream((commands + "\n").getBytes(StandardCharsets.UTF_8)),
                        answers,
                        new Listening(Path.of("/proc/self/net")))
                .run();
        return answers.toString(StandardCharsets.UTF_8);
    }

    private static String exam() throws IOException {
        try (InputStream source = Rehearsal.class.getResourceAsStream(EXAM + ".txt")) {
            if (source == null) {
                throw new IOException("The rehearsal's exam is missing beside its class");
            }
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

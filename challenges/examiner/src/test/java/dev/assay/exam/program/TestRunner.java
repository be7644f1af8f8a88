package dev.assay.exam.program;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A runner as the examiner meets it, with a service and dependencies that are in this process. */
final class TestRunner implements AutoCloseable {
    private final int port;
    private final List<String> actions = new ArrayList<>();
    private final List<JsonNode> answers = new ArrayList<>();
    private @Nullable HttpServer service;
    private @Nullable HttpServer ownProgram;
    private boolean comesBack = true;
    private @Nullable String endsOnStart;
    private Map<String, ?> more = Map.of();

    TestRunner() throws IOException {
        port = startService(0);
    }

    /** The reference answers as the service does. */
    TestRunner withReference() throws IOException {
        ownProgram = server(0);
        more = Map.of("reference", Map.of("port", ownProgram.getAddress().getPort()));
        return this;
    }

    /** A program that ends with exit code 1, as no validator does. */
    TestRunner withBrokenValidator() throws IOException {
        ownProgram = server(0, exchange -> {
            exchange.getRequestBody().readAllBytes();
            Map.of(
                            "Assay-End", "exit",
                            "Assay-Status", "1",
                            "Assay-Stdout-Bytes", "0",
                            "Assay-Stderr-Bytes", "0",
                            "Assay-Stderr-Cut", "0",
                            "Assay-Wall-Millis", "10",
                            "Assay-Cpu-Millis", "10")
                    .forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        more = Map.of("validator", Map.of("port", ownProgramPort()));
        return this;
    }

    int ownProgramPort() {
        return Objects.requireNonNull(ownProgram).getAddress().getPort();
    }

    /** From now on a service that is started does not listen. */
    TestRunner neverComesBack() {
        comesBack = false;
        return this;
    }

    /** From now on a service that is started ends by itself. */
    TestRunner endsOnStart(String how) {
        comesBack = false;
        endsOnStart = how;
        return this;
    }

    /** What was asked for, such as {@code crash service}. */
    List<String> actions() {
        return actions;
    }

    Session.Transcript examine(String body) throws IOException, InterruptedException {
        Pipe commands = Pipe.open();
        Pipe told = Pipe.open();
        Examiner examiner = new Examiner(
                Channels.newInputStream(commands.source()),
                Channels.newOutputStream(told.sink()),
                new Listening(Path.of("/proc/self/net")));
        CompletableFuture<Integer> status = new CompletableFuture<>();
        Thread running = Thread.ofPlatform().start(() -> status.complete(examiner.run()));
        try (InputStream from = Channels.newInputStream(told.source())) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
            try (OutputStream to = Channels.newOutputStream(commands.sink())) {
                tell(to, load(body));
                tell(to, "{\"type\":\"await\",\"timeoutMillis\":300}");
                tell(to, "{\"type\":\"examine\"}");
                follow(lines, to);
            }
            running.join();
        }
        return new Session.Transcript(answers, status.join());
    }

    private String load(String body) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.put("readyMillis", 300);
        fields.put("dependencies", Map.of("redis", "redis://127.0.0.1:6379"));
        return Session.load("ALL", port, Session.compile(Session.exam(body)), fields);
    }

    private void follow(BufferedReader lines, OutputStream to) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode answer = Session.JSON.readTree(line);
            answers.add(answer);
            switch (answer.path("type").asString()) {
                case "control" -> control(answer, to);
                case "done", "broken" -> {
                    return;
                }
                default -> {}
            }
        }
    }

    private void control(JsonNode request, OutputStream to) throws IOException {
        String target = request.path("target").asString();
        String action = request.path("action").asString();
        actions.add(action + " " + target);
        if (target.equals("service")) {
            switch (action) {
                case "crash" -> stopService();
                case "start" -> comeBack();
                case "restart" -> {
                    stopService();
                    comeBack();
                }
                default -> {}
            }
        }
        tell(
                to,
                "{\"type\":\"controlled\",\"id\":" + request.path("id").asInt()
                        + ",\"cpuMicros\":1500000,\"peakMemoryBytes\":5000000,\"processes\":7}");
        if (endsOnStart != null && action.endsWith("start")) {
            tell(to, "{\"type\":\"ended\",\"how\":\"" + endsOnStart + "\"}");
        }
    }

    private void comeBack() throws IOException {
        if (comesBack && service == null) {
            startService(port);
        }
    }

    private int startService(int at) throws IOException {
        service = server(at);
        return service.getAddress().getPort();
    }

    private static HttpServer server(int at) throws IOException {
        return server(at, exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
    }

    private static HttpServer server(int at, HttpHandler handler) throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        started.createContext("/", handler);
        started.start();
        return started;
    }

    private void stopService() {
        if (service != null) {
            service.stop(0);
            service = null;
        }
    }

    private static void tell(OutputStream to, String line) {
        try {
            to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stopService();
        if (ownProgram != null) {
            ownProgram.stop(0);
        }
    }
}

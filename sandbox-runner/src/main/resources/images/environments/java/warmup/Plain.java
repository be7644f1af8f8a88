package assay.warmup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compiled and run while the image is built: what a service without a framework is made of. It calls itself, and ends. */
final class Plain {
    private static final int PORT = 8080;
    private static final Pattern NAME = Pattern.compile("[a-z]{3,32}");

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    sealed interface Answer permits Found, Refused {}

    record Found(Object body) implements Answer {}

    record Refused(int status, String message) implements Answer {}

    record Entry(String name, Instant since, AtomicLong hits) {}

    enum Method {
        GET,
        POST
    }

    static class Invalid extends Exception {
        Invalid(String message) {
            super(message);
        }
    }

    public static void main(String[] args) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(PORT), 128);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", new Plain()::handle);
        server.start();
        for (String request : List.of("GET /abc HTTP/1.1\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc")) {
            try (Socket socket = new Socket("127.0.0.1", PORT)) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                if (socket.getInputStream().read() != 'H') {
                    throw new IOException("There was no answer to " + request);
                }
            }
        }
        System.exit(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = switch (Method.valueOf(exchange.getRequestMethod())) {
                case GET -> find(exchange.getRequestURI().getPath());
                case POST -> add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            };
            byte[] body = switch (answer) {
                case Found(Object found) -> json(found).getBytes(StandardCharsets.UTF_8);
                case Refused(int status, String message) when status >= 400 -> message.getBytes(StandardCharsets.UTF_8);
                case Refused refused -> new byte[0];
            };
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer find(String path) {
        return Optional.ofNullable(entries.get(path))
                .<Answer>map(Found::new)
                .orElseGet(() -> new Refused(404, "There is no %s".formatted(path)));
    }

    private Answer add(String name) {
        try {
            String checked = checked(name);
            return new Found(entries.computeIfAbsent(checked, n -> new Entry(n, Instant.now(), new AtomicLong())));
        } catch (Invalid e) {
            return new Refused(400, e.getMessage());
        }
    }

    private static String checked(String name) throws Invalid {
        if (!NAME.matcher(name).matches()) {
            throw new Invalid("Not a name: " + name);
        }
        return name;
    }

    private static String json(Object value) {
        StringBuilder out = new StringBuilder();
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(entry.getKey()).append(':').append(json(entry.getValue()));
            }
        } else if (value instanceof List<?> list) {
            out.append(list.stream().map(Plain::json).collect(Collectors.joining(",", "[", "]")));
        } else {
            out.append('"').append(value).append('"');
        }
        return out.toString();
    }

    private static <T> Map<String, List<T>> grouped(List<? extends T> values, Function<? super T, String> key) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        for (T value : values) {
            groups.computeIfAbsent(key.apply(value), k -> new ArrayList<>()).add(value);
        }
        return groups;
    }
}

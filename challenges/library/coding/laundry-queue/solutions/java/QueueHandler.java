import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/** Speaks HTTP for the queues; each queue is there as soon as it is named. */
final class QueueHandler implements HttpHandler {
    private static final int MAX_BODY = 256 * 1024;

    /** An answer without a body has none here. */
    private record Answer(int status, Object body) {}

    private final ConcurrentMap<String, JobQueue> queues = new ConcurrentHashMap<>();
    private final LongSupplier clockMs;

    QueueHandler(LongSupplier clockMs) {
        this.clockMs = clockMs;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            String body = body(exchange);
            return route(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body);
        } catch (Refused refused) {
            return new Answer(refused.status(), Map.of("error", refused.getMessage()));
        }
    }

    private Answer route(String method, String path, String body) throws Refused {
        List<String> parts = List.of(path.split("/"));
        if (parts.size() < 4 || !parts.get(1).equals("queues")) {
            throw new Refused(404, "There is nothing here.");
        }
        JobQueue queue = queues.computeIfAbsent(parts.get(2), _ -> new JobQueue(clockMs));
        String id = parts.size() > 4 ? parts.get(4) : "";
        return switch (method + " " + String.join("/", parts.subList(3, parts.size())).replaceFirst("^jobs/[^/]+", "jobs/*")) {
            case "POST jobs" -> add(queue, Fields.of(body));
            case "POST take" -> take(queue, Fields.of(body));
            case "POST jobs/*/ack" -> ok(queue.acknowledge(id, Fields.of(body).lease()));
            case "POST jobs/*/fail" -> fail(queue, id, Fields.of(body));
            case "GET jobs/*" -> ok(queue.look(id));
            case "GET dead" -> ok(Map.of("jobs", queue.dead()));
            default -> throw new Refused(404, "There is nothing here.");
        };
    }

    private static Answer add(JobQueue queue, Fields fields) throws Refused {
        JobQueue.Added added = queue.add(fields.job());
        return new Answer(added.isNew() ? 201 : 200, added.job());
    }

    private static Answer take(JobQueue queue, Fields fields) throws Refused {
        return queue.take(fields.leaseMs()).map(QueueHandler::ok).orElse(new Answer(204, null));
    }

    private static Answer fail(JobQueue queue, String id, Fields fields) throws Refused {
        return ok(queue.fail(id, fields.lease(), fields.delayMs()));
    }

    private static Answer ok(Object body) {
        return new Answer(200, body);
    }

    private static String body(HttpExchange exchange) throws IOException, Refused {
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new Refused(413, "The body has more than " + MAX_BODY + " bytes.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.body() == null) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        byte[] bytes = Json.write(answer.body()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Speaks HTTP and JSON. */
final class GateHandler implements HttpHandler {
    private static final String PATH = "/gate/";

    private final Gate gate;

    GateHandler(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answerOrRefuse(exchange);
        }
    }

    private void answerOrRefuse(HttpExchange exchange) throws IOException {
        try {
            answer(exchange, decide(exchange));
        } catch (Refused refused) {
            answer(exchange, refused.status(), Map.of("error", refused.getMessage()));
        }
    }

    private Decision decide(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        if (!exchange.getRequestMethod().equals("POST") || !path.startsWith(PATH)) {
            throw new Refused(404, "There is nothing here. Ask POST /gate/{rule}.");
        }
        String name = path.substring(PATH.length());
        Rule rule = Rule.named(name).orElseThrow(() -> new Refused(404, "There is no rule " + name + "."));
        return gate.decide(rule, Request.read(body, rule));
    }

    private static void answer(HttpExchange exchange, Decision decision) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("RateLimit-Limit", String.valueOf(decision.limit()));
        headers.set("RateLimit-Remaining", String.valueOf(decision.remaining()));
        headers.set("RateLimit-Reset", String.valueOf(decision.secondsLeft()));
        if (!decision.admitted()) {
            headers.set("Retry-After", String.valueOf(decision.secondsLeft()));
        }
        answer(
                exchange,
                decision.admitted() ? 200 : 429,
                Map.of("admitted", decision.admitted(), "counted", decision.counted()));
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;

public class Main {
    /** @param alone the limit while Redis is away */
    private record Rule(String name, long limit, Duration window, long mostAtOnce, long alone) {}

    private static final Map<String, Rule> RULES = Map.of(
            "pictures", new Rule("pictures", 20, Duration.ofHours(1), 5, 5),
            "feeding", new Rule("feeding", 100, Duration.ofHours(1), 20, 20),
            "live", new Rule("live", 1, Duration.ofSeconds(1), 1, 1));

    /** Lettuce is there to speak with it. */
    private static final String REDIS_URL = System.getenv().getOrDefault("REDIS_URL", "redis://127.0.0.1:6379");

    public static void main(String[] args) throws IOException {
        // Sends small answers at once instead of waiting for more to send.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 128);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", Main::handle);
        server.start();
    }

    /** Every request comes here, each on a thread of its own. */
    private static void handle(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            Object body = Json.read(text);
            answer(exchange, 501, Map.of("error", "This gate decides nothing yet."));
        } catch (Json.Malformed malformed) {
            answer(exchange, 400, Map.of("error", malformed.getMessage()));
        }
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

public class Main {
    private static final String KEY = "the-show-must-go-on-but-nobody-gets-in-for-free";
    private static final String DIRECTOR = "director";
    private static final String DIRECTORS_PASSWORD = "Curtain-up-at-8";

    private static final JsonMapper JSON = JsonMapper.shared();

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
        try {
            JsonNode fields = body(exchange);
            answer(exchange, 501, Map.of("error", "This service does nothing yet."));
        } catch (JacksonException e) {
            answer(exchange, 400, Map.of("error", "The body is not JSON."));
        }
    }

    /** The body as JSON; without a body, a node that is no object. */
    private static JsonNode body(HttpExchange exchange) throws IOException {
        return JSON.readTree(exchange.getRequestBody().readAllBytes());
    }

    /** The body can be a map, a list or a record; null is an answer without a body. */
    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        if (body == null) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            byte[] bytes = JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}

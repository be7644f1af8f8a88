import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

public class Main {
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
            route(exchange);
        } catch (Json.Malformed malformed) {
            answer(exchange, 400, Map.of("error", malformed.getMessage()));
        }
    }

    private static void route(HttpExchange exchange) throws IOException, Json.Malformed {
        // The path of /accounts/a-17/deposits is ["", "accounts", "a-17", "deposits"].
        List<String> path = List.of(exchange.getRequestURI().getPath().split("/"));
        String id = path.size() > 2 ? path.get(2) : "";
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        switch (exchange.getRequestMethod() + " " + String.join("/", path).replaceFirst("^(/[^/]+)/[^/]+", "$1/{id}")) {
            case "POST /accounts" -> notYet(exchange, "open", body(exchange));
            case "GET /accounts/{id}" -> notYet(exchange, "look at " + id, null);
            case "GET /accounts/{id}/entries" -> notYet(exchange, "list the entries of " + id, null);
            case "POST /accounts/{id}/deposits" -> notYet(exchange, "pay in to " + id + ", key " + key, body(exchange));
            case "POST /transfers" -> notYet(exchange, "transfer, key " + key, body(exchange));
            case "POST /transfers/{id}/reversal" -> notYet(exchange, "reverse " + id + ", key " + key, body(exchange));
            default -> answer(exchange, 404, Map.of("error", "There is nothing here."));
        }
    }

    private static void notYet(HttpExchange exchange, String what, Object body) throws IOException {
        answer(exchange, 501, Map.of("error", "This service cannot do this yet: " + what));
    }

    private static Object body(HttpExchange exchange) throws IOException, Json.Malformed {
        return Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

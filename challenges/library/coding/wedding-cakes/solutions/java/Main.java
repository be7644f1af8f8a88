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
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SECRET = System.getenv("PAYMENTS_SECRET");
    private static final Orders orders = new Orders();
    private static final Provider provider = new Provider(System.getenv("PAYMENTS_URL"), SECRET);

    /** An answer in place of the usual one. */
    private static final class Refused extends Exception {
        final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    public static void main(String[] args) throws IOException {
        // Sends small answers at once instead of waiting for more to send.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 128);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", Main::handle);
        server.start();
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod() + " " + path.replaceFirst("(?<=^/orders/).+", "{id}")) {
                case "POST /orders" -> order(exchange, body);
                case "GET /orders/{id}" -> answer(exchange, 200, known(path.substring("/orders/".length())).shown());
                case "POST /webhooks/payments" -> hear(exchange, body);
                default -> throw new Refused(404, "There is nothing here.");
            }
        } catch (Refused refused) {
            answer(exchange, refused.status, Map.of("error", refused.getMessage()));
        }
    }

    private static void order(HttpExchange exchange, byte[] body) throws Refused, IOException {
        String key = header(exchange, "Idempotency-Key");
        require(!key.isEmpty() && key.length() <= 64, "An Idempotency-Key of 1 to 64 characters is needed.");
        JsonNode wish = json(body);
        JsonNode cake = wish.path("cake");
        JsonNode cents = wish.path("cents");
        require(
                cake.isString() && !cake.stringValue().isEmpty() && cake.stringValue().length() <= 200,
                "cake must be a text of 1 to 200 characters.");
        require(
                cents.isInt() && cents.intValue() >= 1 && cents.intValue() <= 1_000_000,
                "cents must be a whole number from 1 to 1,000,000.");
        Order order = orders.of(key, cake.stringValue(), cents.intValue());
        if (!order.isOf(cake.stringValue(), cents.intValue())) {
            throw new Refused(409, "The key belongs to another order.");
        }
        order.settle(provider);
        answer(exchange, order.code(), order.shown());
    }

    private static void hear(HttpExchange exchange, byte[] body) throws Refused, IOException {
        if (!Signature.of(SECRET, body).matches(header(exchange, "Signature"))) {
            throw new Refused(401, "The signature is wrong.");
        }
        JsonNode event = json(body);
        known(event.path("order").asString("")).hear(
                event.path("event").asString(""), event.path("type").asString(""), event.path("cents").asInt(0));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static Order known(String id) throws Refused {
        Order order = orders.find(id);
        if (order == null) {
            throw new Refused(404, "There is no such order.");
        }
        return order;
    }

    private static JsonNode json(byte[] body) throws Refused {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            throw new Refused(400, "The body is not JSON.");
        }
    }

    private static void require(boolean holds, String otherwise) throws Refused {
        if (!holds) {
            throw new Refused(400, otherwise);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

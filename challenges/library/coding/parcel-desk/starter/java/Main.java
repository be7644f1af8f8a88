import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

public class Main {
    private record Answer(int status, Object body) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Desk desk = new Desk();

    public static void main(String[] args) throws IOException {
        // Sends small answers at once instead of waiting for more to send.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        // The desk has one tablet: without an executor, requests are handled one after the other.
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 128);
        server.createContext("/", new Main()::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            send(exchange, route(exchange));
        } catch (Refused refused) {
            send(exchange, new Answer(refused.status(), Map.of("error", refused.getMessage())));
        } catch (RuntimeException e) {
            e.printStackTrace();
            send(exchange, new Answer(500, Map.of("error", "Something broke here.")));
        }
    }

    /** In a path such as {@code /parcels/17/notes} the second part is the one that varies. */
    private Answer route(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String[] parts = uri.getPath().split("/");
        String varying = parts.length > 2 ? parts[2] : "";
        if (parts.length > 2) {
            parts[2] = "*";
        }
        return switch (exchange.getRequestMethod() + " " + String.join("/", parts)) {
            case "POST /parcels" -> new Answer(201, desk.register(body(exchange)).shown());
            case "GET /parcels" -> new Answer(200, list(parameters(uri)));
            case "GET /parcels/*" -> new Answer(200, desk.find(varying).shown());
            case "PATCH /parcels/*" -> new Answer(200, desk.move(varying, body(exchange).flat()).shown());
            case "POST /parcels/*/notes" -> new Answer(201, desk.addNote(varying, body(exchange).text("text", 200)).shown());
            case "POST /parcels/*/collection" -> new Answer(200, collect(varying, body(exchange)).shown());
            case "GET /flats/*/summary" -> new Answer(200, desk.summary(varying));
            default -> throw new Refused(404, "There is nothing here.");
        };
    }

    private Object list(Map<String, String> parameters) {
        String flat = Body.flat(parameters.get("flat"));
        int page = Body.number(parameters, "page", 1, 1_000_000);
        int size = Body.number(parameters, "size", 20, 50);
        return desk.page(flat, page, size);
    }

    private Parcel collect(String id, Body body) {
        Parcel parcel = desk.find(id);
        String code = body.text("code", 20);
        Instant at = body.instant("at");
        try {
            desk.collect(id, code, at);
        } catch (Refused refused) {
            System.err.println("Collection of " + id + ": " + refused.getMessage());
        }
        return parcel;
    }

    private static Body body(HttpExchange exchange) throws IOException {
        return Body.read(exchange.getRequestBody().readAllBytes());
    }

    private static Map<String, String> parameters(URI uri) {
        Map<String, String> parameters = new HashMap<>();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String parameter : query.split("&")) {
            String[] parts = parameter.split("=", 2);
            if (parts.length == 2) {
                parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

public class Main {
    /** A body of null is none. */
    private record Answer(int status, Object body) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SCHEME = "Bearer ";

    private final BoxOffice boxOffice = new BoxOffice(Clock.systemUTC());

    public static void main(String[] args) throws IOException {
        // Sends small answers at once instead of waiting for more to send.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 128);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", new Main()::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            send(exchange, route(exchange));
        } catch (Refused refused) {
            if (refused.status() == 401) {
                exchange.getResponseHeaders().set("WWW-Authenticate", SCHEME.strip());
            }
            send(exchange, new Answer(refused.status(), Map.of("error", refused.getMessage())));
        } catch (RuntimeException e) {
            e.printStackTrace();
            send(exchange, new Answer(500, Map.of("error", "Something broke here.")));
        }
    }

    /** In a path such as {@code /bookings/17/admit} the second part is the one that varies. */
    private Answer route(HttpExchange exchange) throws IOException {
        String[] parts = exchange.getRequestURI().getPath().split("/");
        String varying = parts.length > 2 ? parts[2] : "";
        if (parts.length > 2) {
            parts[2] = "*";
        }
        return switch (exchange.getRequestMethod() + " " + String.join("/", parts)) {
            case "POST /users" -> new Answer(201, boxOffice.register(body(exchange)));
            case "POST /login" -> new Answer(200, boxOffice.logIn(body(exchange)));
            case "GET /me" -> new Answer(200, account(exchange));
            case "GET /users" -> new Answer(200, boxOffice.accounts(account(exchange)));
            case "PUT /users/*/role" ->
                new Answer(200, boxOffice.changeRole(account(exchange), varying, body(exchange)));
            case "POST /bookings" -> new Answer(201, boxOffice.book(account(exchange), body(exchange)));
            case "GET /bookings" -> new Answer(200, boxOffice.bookings(account(exchange)));
            case "GET /bookings/*" -> new Answer(200, boxOffice.booking(account(exchange), varying));
            case "DELETE /bookings/*" -> {
                boxOffice.delete(account(exchange), varying);
                yield new Answer(204, null);
            }
            case "POST /bookings/*/admit" -> new Answer(200, boxOffice.admit(account(exchange), varying));
            default -> throw new Refused(404, "There is nothing here.");
        };
    }

    private Account account(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        boolean isBearer = header != null && header.startsWith(SCHEME);
        return boxOffice.whoHas(isBearer ? header.substring(SCHEME.length()) : "");
    }

    private static Body body(HttpExchange exchange) throws IOException {
        return Body.read(exchange.getRequestBody().readAllBytes());
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.body() == null) {
            exchange.sendResponseHeaders(answer.status(), -1);
        } else {
            byte[] bytes = JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}

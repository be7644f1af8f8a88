import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;

public class Main {
    private static final String ARCHIVE_URL = System.getenv().getOrDefault("ARCHIVE_URL", "http://127.0.0.1:7001");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

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
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            if (!exchange.getRequestMethod().equals("GET") || path.length != 3) {
                answer(exchange, 501, Map.of("error", "This is not done yet."));
                return;
            }
            show(exchange, path[1], path[2], "en");
        } catch (Json.Malformed | InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Passes the question on to the archive, and remembers nothing. */
    private static void show(HttpExchange exchange, String collection, String id, String lang)
            throws IOException, InterruptedException, Json.Malformed {
        URI uri = URI.create(ARCHIVE_URL + "/" + collection + "/" + id + "?lang=" + lang);
        HttpResponse<String> response = CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        Map<?, ?> card = (Map<?, ?>) Json.read(response.body());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("lang", lang);
        shown.put("text", card.get("text"));
        shown.put("stale", false);
        answer(exchange, response.statusCode(), shown);
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}

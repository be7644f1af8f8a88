import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

public class Main {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Passages passages = new Passages();

    public static void main(String[] args) throws IOException {
        // Sends small answers at once instead of waiting for more to send.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 128);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/passages", Main::pass);
        server.createContext("/gates/", Main::ask);
        server.start();
    }

    private static void pass(HttpExchange exchange) throws IOException {
        for (JsonNode passage : JSON.readTree(exchange.getRequestBody().readAllBytes())) {
            passages.add(
                    passage.path("id").stringValue(),
                    passage.path("gate").stringValue(),
                    passage.path("card").stringValue(),
                    passage.path("at").longValue());
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static void ask(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        Map<String, Long> numbers = numbers(exchange.getRequestURI().getQuery());
        long from = numbers.get("from");
        long to = numbers.get("to");
        Object answer = path[3].equals("busiest")
                ? passages.busiest(path[2], from, to, numbers.get("window"))
                : passages.regulars(path[2], from, to, numbers.get("limit").intValue());
        byte[] bytes = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, Long> numbers(String query) {
        Map<String, Long> numbers = new HashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=");
            numbers.put(parts[0], Long.valueOf(parts[1]));
        }
        return numbers;
    }
}

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

public class Main {
    record Note(long number, String text) {}

    private static final Map<String, Note> notes = new ConcurrentHashMap<>();
    private static final AtomicLong last = new AtomicLong();

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 128);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/notes", Main::handle);
        server.start();
    }

    private static void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("POST") && path.equals("/notes")) {
            leave(exchange);
            return;
        }
        Note note = path.startsWith("/notes/") ? notes.get(path.substring("/notes/".length())) : null;
        if (note == null) {
            answer(exchange, 404, Map.of("error", "There is no such note."));
        } else {
            answer(exchange, 200, note);
        }
    }

    private static void leave(HttpExchange exchange) throws IOException {
        JsonNode text = text(exchange.getRequestBody().readAllBytes());
        if (!text.isString() || text.stringValue().isEmpty()) {
            answer(exchange, 400, Map.of("error", "text must be a string that is not empty."));
            return;
        }
        Note note = new Note(last.incrementAndGet(), text.stringValue());
        notes.put(String.valueOf(note.number()), note);
        answer(exchange, 201, note);
    }

    private static JsonNode text(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body).path("text");
        } catch (JacksonException e) {
            return JsonMapper.shared().missingNode();
        }
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JsonMapper.shared().writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The HTTP side: {@code /items/{key}}, {@code /items?prefix=} and {@code /batch}. */
final class StoreHandler implements HttpHandler {
    private static final int MAX_BODY = 1 << 20;
    private static final String ITEM = "/items/";
    private static final String PREFIX = "prefix=";

    private final Store store;

    StoreHandler(Store store) {
        this.store = store;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                route(exchange);
            } catch (Refused refused) {
                answer(exchange, refused.status(), Map.of("error", refused.getMessage()));
            } catch (IOException e) {
                e.printStackTrace();
                answer(exchange, 500, Map.of("error", "Something broke here."));
            }
        }
    }

    private void route(HttpExchange exchange) throws IOException, Refused {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (path.equals("/items") && method.equals("GET")) {
            list(exchange);
        } else if (path.equals("/batch") && method.equals("POST")) {
            change(exchange, Requests.batch(body(exchange)));
        } else if (path.startsWith(ITEM)) {
            item(exchange, method, path.substring(ITEM.length()));
        } else {
            throw new Refused(404, "There is nothing here.");
        }
    }

    private void item(HttpExchange exchange, String method, String key) throws IOException, Refused {
        switch (method) {
            case "GET" -> show(exchange, key);
            case "PUT" -> {
                String body = body(exchange);
                change(exchange, List.of(new Change(Requests.key(key), Requests.item(body))));
            }
            case "DELETE" -> change(exchange, List.of(new Change(Requests.key(key), null)));
            default -> throw new Refused(405, "Only GET, PUT and DELETE are possible here.");
        }
    }

    private void list(HttpExchange exchange) throws IOException, Refused {
        String query = exchange.getRequestURI().getQuery();
        String prefix = query != null && query.startsWith(PREFIX) ? query.substring(PREFIX.length()) : "";
        answer(exchange, 200, Map.of("items", store.withPrefix(Requests.key(prefix)).stream()
                .map(item -> json(item.key(), item.value()))
                .toList()));
    }

    private void show(HttpExchange exchange, String key) throws IOException, Refused {
        String value = store.find(key).orElseThrow(() -> new Refused(404, "There is no item " + key + "."));
        answer(exchange, 200, json(key, value));
    }

    private void change(HttpExchange exchange, List<Change> batch) throws IOException {
        store.apply(batch);
        exchange.sendResponseHeaders(204, -1);
    }

    private static Map<String, String> json(String key, String value) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("key", key);
        json.put("value", value);
        return json;
    }

    private static String body(HttpExchange exchange) throws IOException, Refused {
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new Refused(413, "The body has more than " + MAX_BODY + " bytes.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}

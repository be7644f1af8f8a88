import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** HTTP on the one side, the archive on the other. */
final class ArchiveHandler implements HttpHandler {
    private record Page(List<Postcard> items, long total, String next) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CARDS = "/postcards";

    private final Archive archive;

    ArchiveHandler(Archive archive) {
        this.archive = archive;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            route(exchange);
        } catch (Refused refused) {
            answer(exchange, refused.status(), Map.of("error", refused.getMessage()));
        } catch (RuntimeException e) {
            e.printStackTrace();
            answer(exchange, 500, Map.of("error", "Something broke here."));
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        if (path.equals(CARDS) && method.equals("GET")) {
            answer(exchange, 200, page(parameters(exchange)));
        } else if (path.equals(CARDS) && method.equals("POST")) {
            Postcard card = archive.add(Requests.card(exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().set("Location", CARDS + "/" + card.id());
            answer(exchange, 201, card);
        } else if (path.startsWith(CARDS + "/") && method.equals("GET")) {
            answer(exchange, 200, found(id(path).flatMap(archive::find)));
        } else if (path.startsWith(CARDS + "/") && method.equals("DELETE")) {
            found(id(path).flatMap(archive::remove));
            answer(exchange, 204, null);
        } else {
            throw new Refused(404, "There is nothing here.");
        }
    }

    private Page page(Map<String, String> parameters) {
        Question question = Requests.question(parameters);
        int limit = Requests.limit(parameters);
        Optional<Position> after =
                Optional.ofNullable(parameters.get("cursor")).map(cursor -> Cursors.read(cursor, question));
        List<Postcard> cards = archive.page(question, after, limit + 1);
        if (cards.size() <= limit) {
            return new Page(cards, archive.count(question), null);
        }
        List<Postcard> shown = cards.subList(0, limit);
        return new Page(shown, archive.count(question), Cursors.write(Position.of(shown.getLast()), question));
    }

    private static Optional<Long> id(String path) {
        return Requests.id(path.substring(CARDS.length() + 1));
    }

    private static Postcard found(Optional<Postcard> card) {
        return card.orElseThrow(() -> new Refused(404, "There is no such card."));
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        Map<String, String> parameters = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                parameters.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A body of null is none. */
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

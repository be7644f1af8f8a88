import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Speaks HTTP and JSON. */
final class RoomHandler implements HttpHandler {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private final Memory memory;

    RoomHandler(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answerOrRefuse(exchange);
        }
    }

    private void answerOrRefuse(HttpExchange exchange) throws IOException {
        try {
            if (exchange.getRequestMethod().equals("POST")) {
                forget(exchange);
            } else {
                show(exchange);
            }
        } catch (Refused refused) {
            answer(exchange, refused.status(), Map.of("error", refused.getMessage()));
        } catch (Failed failed) {
            answer(exchange, 502, Map.of("error", failed.getMessage()));
        }
    }

    private void show(HttpExchange exchange) throws IOException, Failed {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        if (path.length != 3) {
            throw new Refused(404, "There is nothing here. Ask for /cards/{id} or /loans/{id}.");
        }
        Question.Collection collection = named(Question.Collection.values(), path[1])
                .orElseThrow(() -> new Refused(404, "There is no such collection."));
        Question.Language language = named(Question.Language.values(), language(exchange.getRequestURI().getQuery()))
                .orElseThrow(() -> new Refused(400, "The language is en or de."));
        Question question = new Question(collection, id(path[2]), language);
        Memory.Answer answer = memory.recall(question);
        String text = answer.text()
                .orElseThrow(() -> new Refused(404, "The archive has no " + question.id() + " there."));
        answer(
                exchange,
                200,
                Map.of("id", question.id(), "lang", lower(language), "text", text, "stale", answer.stale()));
    }

    private void forget(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/changes")) {
            throw new Refused(404, "There is nothing here. Send notices to /changes.");
        }
        if (!(body(exchange) instanceof Map<?, ?> notice)) {
            throw new Refused(400, "The body must be a JSON object.");
        }
        Question.Collection collection = named(Question.Collection.values(), notice.get("collection"))
                .orElseThrow(() -> new Refused(400, "The field collection must be cards or loans."));
        memory.forget(collection, id(notice.get("id")));
        exchange.sendResponseHeaders(204, -1);
    }

    private static Object body(HttpExchange exchange) throws IOException {
        try {
            return Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        } catch (Json.Malformed malformed) {
            throw new Refused(400, malformed.getMessage());
        }
    }

    private static String id(Object value) {
        if (value instanceof String id && ID.matcher(id).matches()) {
            return id;
        }
        throw new Refused(400, "An id has 1 to 40 of the characters A-Z, a-z, 0-9, _ and -.");
    }

    private static String language(String query) {
        return Arrays.stream((query == null ? "" : query).split("&"))
                .filter(parameter -> parameter.startsWith("lang="))
                .map(parameter -> parameter.substring("lang=".length()))
                .findFirst()
                .orElse("en");
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, Object name) {
        return Arrays.stream(all).filter(one -> lower(one).equals(name)).findFirst();
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Speaks HTTP for the ledger. */
final class LedgerHandler implements HttpHandler {
    private static final int MAX_BODY = 64 * 1024;
    private static final int MAX_KEY = 100;

    private record Answer(int status, Object body) {}

    private final Ledger ledger;

    LedgerHandler(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            return route(exchange, body(exchange));
        } catch (Refused refused) {
            return new Answer(refused.status(), Map.of("error", refused.getMessage()));
        }
    }

    private Answer route(HttpExchange exchange, String body) throws Refused {
        List<String> path = List.of(exchange.getRequestURI().getPath().split("/"));
        String id = path.size() > 2 ? path.get(2) : "";
        return switch (exchange.getRequestMethod() + " " + String.join("/", path).replaceFirst("^(/[^/]+)/[^/]+", "$1/*")) {
            case "POST /accounts" -> new Answer(201, ledger.open(Fields.of(body).owner()));
            case "GET /accounts/*" -> new Answer(200, ledger.look(id));
            case "GET /accounts/*/entries" -> new Answer(200, Map.of("entries", ledger.entries(id)));
            case "POST /accounts/*/deposits" -> deposit(key(exchange), id, Fields.of(body));
            case "POST /transfers" -> transfer(key(exchange), Fields.of(body));
            case "POST /transfers/*/reversal" -> reverse(key(exchange), id, Fields.of(body));
            default -> throw new Refused(404, "There is nothing here.");
        };
    }

    private Answer deposit(String key, String account, Fields fields) throws Refused {
        return new Answer(201, ledger.deposit(key, account, fields.amount()).view());
    }

    private Answer transfer(String key, Fields fields) throws Refused {
        String from = fields.account("from");
        String to = fields.account("to");
        if (from.equals(to)) {
            throw new Refused(400, "A transfer needs two different accounts.");
        }
        return new Answer(201, ledger.transfer(key, from, to, fields.amount()).view());
    }

    /** Nothing in the body matters, but it must be an object. */
    private Answer reverse(String key, String transaction, Fields nothing) throws Refused {
        return new Answer(201, ledger.reverse(key, transaction).view());
    }

    private static String key(HttpExchange exchange) throws Refused {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key == null || key.isEmpty() || key.length() > MAX_KEY) {
            throw new Refused(400, "The header Idempotency-Key must be there and have at most " + MAX_KEY + " characters.");
        }
        return key;
    }

    private static String body(HttpExchange exchange) throws IOException, Refused {
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new Refused(413, "The body has more than " + MAX_BODY + " bytes.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = Json.write(answer.body()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/** The HTTP side: {@code /links}, {@code /links/{code}} and {@code /{code}}. */
final class LinkHandler implements HttpHandler {
    private static final int MAX_BODY = 64 * 1024;
    private static final String LINKS = "/links";

    private final Links links;
    private final Clock clock;

    LinkHandler(Links links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                route(exchange);
            } catch (Refused refused) {
                answer(exchange, refused.status(), Map.of("error", refused.getMessage()));
            }
        }
    }

    private void route(HttpExchange exchange) throws IOException, Refused {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (path.equals(LINKS)) {
            requireMethod("POST", method);
            create(exchange);
        } else {
            requireMethod("GET", method);
            if (path.startsWith(LINKS + "/")) {
                answer(exchange, 200, find(path.substring(LINKS.length() + 1)).toJson());
            } else {
                redirect(exchange, find(path.substring(1)));
            }
        }
    }

    private void create(HttpExchange exchange) throws IOException, Refused {
        LinkRequest wanted = LinkRequest.parse(body(exchange));
        Link link = wanted.alias() == null
                ? links.add(wanted.url(), wanted.expiresAt())
                : links.addWithAlias(wanted.alias(), wanted.url(), wanted.expiresAt())
                        .orElseThrow(() -> new Refused(409, "The alias " + wanted.alias() + " is taken."));
        exchange.getResponseHeaders().set("Location", LINKS + "/" + link.code());
        answer(exchange, 201, link.toJson());
    }

    private void redirect(HttpExchange exchange, Link link) throws IOException, Refused {
        if (link.hasExpired(clock.instant())) {
            throw new Refused(410, "The link " + link.code() + " has expired.");
        }
        link.hit();
        exchange.getResponseHeaders().set("Location", link.url());
        exchange.sendResponseHeaders(302, -1);
    }

    private Link find(String code) throws Refused {
        return links.find(code).orElseThrow(() -> new Refused(404, "There is no link " + code + "."));
    }

    private static void requireMethod(String expected, String actual) throws Refused {
        if (!expected.equals(actual)) {
            throw new Refused(405, "Only " + expected + " is possible here.");
        }
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

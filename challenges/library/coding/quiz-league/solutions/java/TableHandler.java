import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** HTTP on the one side, the table on the other. */
final class TableHandler implements HttpHandler {
    private record Standing(long rank, String team, long points, List<Entry> around) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Table table;
    private final Requests requests;

    TableHandler(Table table, Requests requests) {
        this.table = table;
        this.requests = requests;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            route(exchange);
        } catch (Refused refused) {
            answer(exchange, refused.status(), Map.of("error", refused.getMessage()));
        } catch (RedisCommandExecutionException e) {
            broken(exchange, e);
        } catch (RedisException e) {
            answer(exchange, 503, Map.of("error", "The table cannot be reached at the moment. Try again."));
        } catch (RuntimeException e) {
            broken(exchange, e);
        }
    }

    /** A path is /leagues/{league}/nights/{night}/{what}. */
    private void route(HttpExchange exchange) throws IOException {
        String[] parts = exchange.getRequestURI().getPath().split("/", -1);
        if (parts.length != 6 || !parts[1].equals("leagues") || !parts[3].equals("nights")) {
            throw new Refused(404, "There is nothing here.");
        }
        Night night = Requests.night(parts[2], parts[4]);
        switch (exchange.getRequestMethod() + " " + parts[5]) {
            case "POST reports" -> report(exchange, night);
            case "GET ranking" ->
                answer(exchange, 200, table.best(night, Requests.number(parameters(exchange), "limit", 1, 100, 10)));
            case "GET standing" -> answer(exchange, 200, standing(night, parameters(exchange)));
            default -> throw new Refused(404, "There is nothing here.");
        }
    }

    private void report(HttpExchange exchange, Night night) throws IOException {
        requests.requireReportable(night);
        Report report = Requests.report(exchange.getRequestBody().readAllBytes());
        Table.Counted counted = table.count(night, report);
        if (!counted.report().equals(report)) {
            throw new Refused(409, "This report has been counted with another team or other points.");
        }
        answer(
                exchange,
                counted.isNew() ? 201 : 200,
                Map.of("report", report.report(), "team", report.team(), "points", report.points(), "total", counted.total()));
    }

    private Standing standing(Night night, Map<String, String> parameters) {
        String team = parameters.get("team");
        if (team == null) {
            throw new Refused(400, "The question for a standing must name a team.");
        }
        List<Entry> around = table.around(night, team, Requests.number(parameters, "span", 0, 25, 2));
        return around.stream()
                .filter(entry -> entry.team().equals(team))
                .findAny()
                .map(entry -> new Standing(entry.rank(), team, entry.points(), around))
                .orElseThrow(() -> new Refused(404, "The team has no report on that night."));
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

    private static void broken(HttpExchange exchange, RuntimeException e) throws IOException {
        e.printStackTrace();
        answer(exchange, 500, Map.of("error", "Something broke here."));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

public class Main {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Carried out at every start, so each statement must bear to find its work done. */
    private static final List<String> MIGRATIONS = List.of();

    private static DataSource database;

    public static void main(String[] args) throws IOException, SQLException {
        database = connect();
        try (Connection connection = database.getConnection()) {
            for (String statement : MIGRATIONS) {
                connection.createStatement().execute(statement);
            }
        }
        // Sends small answers at once instead of waiting for more to send.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 128);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", Main::handle);
        server.start();
    }

    private static DataSource connect() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(System.getenv()
                .getOrDefault("JDBC_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/app?user=app&password=app"));
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }

    /** Every request comes here, each on a thread of its own. */
    private static void handle(HttpExchange exchange) throws IOException {
        try {
            Map<String, String> parameters = parameters(exchange);
            JsonNode fields = body(exchange);
            answer(exchange, 501, Map.of("error", "This service does nothing yet with its " + cards() + " cards."));
        } catch (JacksonException e) {
            answer(exchange, 400, Map.of("error", "The body is not JSON."));
        } catch (SQLException e) {
            e.printStackTrace();
            answer(exchange, 500, Map.of("error", "The database did not do what it should."));
        }
    }

    private static long cards() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("select count(*) from postcards");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What follows the question mark. */
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

    /** The body as JSON; without a body, a node that is no object. */
    private static JsonNode body(HttpExchange exchange) throws IOException {
        return JSON.readTree(exchange.getRequestBody().readAllBytes());
    }

    /** The body can be a map, a list or a record; null is an answer without a body. */
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

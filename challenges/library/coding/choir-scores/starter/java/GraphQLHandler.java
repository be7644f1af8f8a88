import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import graphql.ExecutionInput;
import graphql.GraphQL;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** GraphQL over HTTP: what the library makes of a request's query, variables and operation name. */
final class GraphQLHandler implements HttpHandler {
    /** A request; {@code query} may be anything, {@code variables} and {@code operationName} may be null. */
    record Request(Object query, Map<String, Object> variables, String operationName) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final GraphQL graphql;

    GraphQLHandler(GraphQL graphql) {
        this.graphql = graphql;
    }

    /** Every request comes here, each on a thread of its own. */
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Request request = read(body);
        if (request == null || !(request.query() instanceof String query)) {
            Object error = Map.of("message", "The body must be a JSON object with a query.");
            answer(exchange, 400, Map.of("errors", List.of(error)));
            return;
        }
        boolean librarian = "yes".equals(exchange.getRequestHeaders().getFirst("X-Librarian"));
        ExecutionInput input = ExecutionInput.newExecutionInput(query)
                .variables(request.variables() == null ? Map.of() : request.variables())
                .operationName(request.operationName())
                .graphQLContext(Map.of("librarian", librarian))
                .build();
        answer(exchange, 200, graphql.execute(input).toSpecification());
    }

    /** The request, or null when the body is none. */
    private static Request read(byte[] body) {
        try {
            return JSON.readValue(body, Request.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

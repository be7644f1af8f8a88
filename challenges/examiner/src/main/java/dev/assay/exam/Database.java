package dev.assay.exam;

import dev.assay.exam.Statement.Told;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The candidate's database, in a challenge for the environment {@code sql}: PostgreSQL after the candidate's migrations, with the
 * candidate's queries. A test method or a test class's constructor takes it as a parameter.
 *
 * <pre>{@code
 * @Test
 * void countsOrders(Database database) {
 *     database.sql("insert into orders (id, total) values (:id, :total)").with("id", 7).with("total", 12.50).rows();
 *
 *     database.query("count_orders").rows().hasRows(Rows.row(1));
 * }
 * }</pre>
 *
 * <p>What one test writes, the next one finds: nothing is undone in between.
 */
public final class Database implements AutoCloseable {
    private final Service service;

    /** The database behind this host and port; nothing is connected before the first statement. */
    public Database(String host, int port) {
        this.service = new Service(host, port);
    }

    /** The candidate's {@code queries/<name>.sql}. */
    public Statement query(String name) {
        return statement("query " + name, "/queries/" + name, parameters -> parameters);
    }

    /**
     * SQL that the exam brings with it, to write data and to look at the schema. Several statements, between semicolons, are one
     * transaction, and the rows are those of the last.
     */
    public Statement sql(String text) {
        return statement("sql \"" + Words.cut(text, 200) + "\"", "/sql", parameters -> new Script(text, parameters));
    }

    /** The body of a request with SQL in it. */
    private record Script(String sql, Map<String, @Nullable Object> parameters) {}

    private Statement statement(String what, String path, Function<Map<String, @Nullable Object>, Object> body) {
        return new Statement(what, (statement, parameters, timeout) -> {
            Reply reply = service.post(path)
                    .named(statement)
                    .json(body.apply(parameters))
                    .timeout(timeout)
                    .send();
            Told.End end = switch (reply.status()) {
                case 200 -> Told.End.DONE;
                case 400 -> Told.End.REFUSED;
                default -> Told.End.FAILED;
            };
            return new Told(end, read(statement, reply));
        });
    }

    private static JsonNode read(String statement, Reply reply) {
        try {
            JsonNode json = Statement.JSON.readTree(reply.body());
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException notJson) {
            // Below.
        }
        throw new AssertionError(statement + " → the answer makes no sense; has something taken the database's place?");
    }

    /**
     * Does something {@code n} times at the same time: each on its own thread, all released at once.
     *
     * @param call given its number, from 0
     * @return what they returned, in the order of their numbers
     */
    public <T> List<T> concurrently(int n, IntFunction<T> call) {
        return Together.call(n, call);
    }

    /** Drops the connections. */
    @Override
    public void close() {
        service.close();
    }
}

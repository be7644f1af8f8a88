package dev.assay.exam;

import java.util.List;
import java.util.function.IntFunction;

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
        return new Statement("query " + name, () -> service.post("/queries/" + name), parameters -> parameters);
    }

    /**
     * SQL that the exam brings with it, to write data and to look at the schema. Several statements, between semicolons, are one
     * transaction, and the rows are those of the last.
     */
    public Statement sql(String text) {
        return new Statement(
                "sql \"" + Words.cut(text, 200) + "\"",
                () -> service.post("/sql"),
                parameters -> new Statement.Script(text, parameters));
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

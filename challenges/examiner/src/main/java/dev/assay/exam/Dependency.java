package dev.assay.exam;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that the service depends on, such as a database. A test method or a test class's constructor takes it as a parameter:
 * {@code @Uses("redis") Dependency redis}. Each method returns when it is done.
 *
 * <p>An exam may also look past the service at what is stored. While the server is stopped or paused, that fails the test.
 *
 * <pre>{@code
 * postgresql.sql("select total from orders where id = :id").with("id", id).rows().hasRows(Rows.row(12.50));
 * assertThat(redis.command("TTL", "session:" + id)).isEqualTo(1800L);
 * }</pre>
 *
 * <p>After each test the examiner starts or resumes what the test left stopped or paused.
 */
public final class Dependency {
    private static final Duration TIMEOUT = Duration.ofSeconds(Service.TIMEOUT_SECONDS);

    private final String name;
    private final String url;
    private final Control control;

    /** Made by the examiner. */
    public Dependency(String name, String url, Control control) {
        this.name = name;
        this.url = url;
        this.control = control;
    }

    /** As in {@code challenge.yaml}. */
    public String name() {
        return name;
    }

    /** Its address, as the service finds it in its environment. */
    public String url() {
        return url;
    }

    /**
     * SQL that the exam runs in PostgreSQL, as the service's user and on a connection of its own. Parameters are named, as in
     * {@link Database#sql}; several statements, between semicolons, are one transaction, and the rows are those of the last.
     */
    public Statement sql(String text) {
        URI address = address("postgresql", "SQL");
        return new Statement(
                name + " \"" + Words.cut(text, 200) + "\"",
                (statement, parameters, timeout) -> new Postgres(address).carry(statement, text, parameters, timeout));
    }

    /**
     * What Redis answers to a command, on a connection of its own: a text, a {@link Long}, null for what is not there, or a list of
     * these. Fails the test when Redis refuses the command.
     *
     * @param words such as {@code "LRANGE", "jobs", "0", "-1"}
     */
    public @Nullable Object command(String... words) {
        return new Redis(name, address("redis", "commands")).command(List.of(words), TIMEOUT);
    }

    private URI address(String scheme, String what) {
        URI address = URI.create(url);
        if (!scheme.equals(address.getScheme())) {
            throw new IllegalStateException(
                    "The dependency " + name + " takes no " + what + "; only " + scheme + " does");
        }
        return address;
    }

    /** Ends it in order, by SIGTERM; after ten seconds by SIGKILL. Its connections are closed, and new ones are refused. */
    public void stop() {
        control.apply(name, Control.Action.STOP);
    }

    /** Ends all its processes at once by SIGKILL. What it had stored is kept as far as a crash leaves it. */
    public void crash() {
        control.apply(name, Control.Action.CRASH);
    }

    /** Starts it again on the same files and waits until it is ready. Does nothing when it runs, resumes it when it is paused. */
    public void start() {
        control.apply(name, Control.Action.START);
    }

    /** It keeps its connections and still accepts new ones, but answers nothing: to its clients it hangs. */
    public void pause() {
        control.apply(name, Control.Action.PAUSE);
    }

    /** It goes on where it was paused. */
    public void resume() {
        control.apply(name, Control.Action.RESUME);
    }

    @Override
    public String toString() {
        return name;
    }
}

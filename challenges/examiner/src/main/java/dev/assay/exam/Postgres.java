package dev.assay.exam;

import dev.assay.exam.Statement.Told;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Statements to a PostgreSQL beside the service. Each has a connection of its own: the server may have been started anew in between.
 * The driver is loaded with this class, and so only when an exam has SQL for it.
 */
final class Postgres {
    private static final int MOST_ROWS = 5_000;
    private static final String MOST_BYTES = "4M";

    /** Classes of SQLSTATE that are not about the statement: no connection, too much at one time, and a server that ends. */
    private static final Pattern NOT_OF_THE_STATEMENT = Pattern.compile("(08|53|57P).*");

    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4,}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)(\\+00)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private final URI address;

    /** @param address such as {@code postgresql://app:app@127.0.0.1:5432/app} */
    Postgres(URI address) {
        this.address = address;
    }

    Told carry(String statement, String text, Map<String, @Nullable Object> parameters, Duration timeout) {
        NamedParameters named = NamedParameters.of(text);
        for (String name : named.names()) {
            if (!parameters.containsKey(name)) {
                throw new IllegalArgumentException(statement + " has no value for :" + name);
            }
        }
        try (Connection connection = connect(timeout);
                PreparedStatement prepared = connection.prepareStatement(named.sql())) {
            prepared.setMaxRows(MOST_ROWS + 1);
            int place = 1;
            for (String name : named.names()) {
                // As text whose type the server finds out from what it is compared with or written to.
                prepared.setString(place++, text(parameters.get(name)));
            }
            prepared.execute();
            return new Told(Told.End.DONE, result(statement, prepared));
        } catch (PSQLException e) {
            ServerErrorMessage why = e.getServerErrorMessage();
            if (why == null || NOT_OF_THE_STATEMENT.matcher(sqlState(e)).matches()) {
                throw unanswered(statement, timeout, e);
            }
            return new Told(Told.End.REFUSED, reason(e, why));
        } catch (SQLException e) {
            throw unanswered(statement, timeout, e);
        }
    }

    private static AssertionError unanswered(String statement, Duration timeout, SQLException e) {
        if (String.valueOf(e.getMessage()).contains("maxResultBuffer")) {
            return new AssertionError(statement + " → the result is longer than " + MOST_BYTES + "B", e);
        }
        return new AssertionError(
                statement + " → no answer within " + Words.seconds(timeout)
                        + ", or no connection; is it stopped or paused? ("
                        + Words.cut(String.valueOf(e.getMessage()), 200)
                        + ")",
                e);
    }

    private Connection connect(Duration timeout) throws SQLException {
        String seconds = Long.toString(Math.max(1, timeout.plusMillis(999).toSeconds()));
        String[] user = address.getUserInfo().split(":", 2);
        Properties properties = new Properties();
        properties.setProperty("user", user[0]);
        properties.setProperty("password", user[1]);
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
        properties.setProperty("maxResultBuffer", MOST_BYTES);
        properties.setProperty("stringtype", "unspecified");
        properties.setProperty("binaryTransfer", "false");
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("options", "-c DateStyle=ISO");
        String url = "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + address.getPath();
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new IllegalStateException("Not an address of PostgreSQL: " + url);
        }
        // The driver has set that of this JVM.
        try (java.sql.Statement zone = connection.createStatement()) {
            zone.execute("set time zone 'UTC'");
        }
        return connection;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> list -> list.stream().map(Postgres::element).collect(Collectors.joining(",", "{", "}"));
            case Map<?, ?> document -> Statement.JSON.writeValueAsString(document);
            default -> value.toString();
        };
    }

    private static String element(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case List<?> list -> String.valueOf(text(list));
            default -> '"' + String.valueOf(text(value)).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        };
    }

    /** Of the last statement. */
    private static JsonNode result(String statement, PreparedStatement done) throws SQLException {
        ObjectNode json = Statement.JSON.createObjectNode();
        ArrayNode columns = json.putArray("columns");
        ArrayNode rows = json.putArray("rows");
        ResultSet found = done.getResultSet();
        long affected = Math.max(0, done.getLargeUpdateCount());
        while (done.getMoreResults(java.sql.Statement.KEEP_CURRENT_RESULT) || done.getLargeUpdateCount() >= 0) {
            found = done.getResultSet();
            affected = Math.max(0, done.getLargeUpdateCount());
        }
        if (found != null) {
            ResultSetMetaData types = found.getMetaData();
            for (int i = 1; i <= types.getColumnCount(); i++) {
                columns.add(types.getColumnLabel(i));
            }
            while (found.next()) {
                ArrayNode row = rows.addArray();
                for (int i = 1; i <= types.getColumnCount(); i++) {
                    row.add(value(found, i, types.getColumnTypeName(i)));
                }
            }
            affected = rows.size();
        }
        if (rows.size() > MOST_ROWS) {
            throw new AssertionError(statement + " → more than " + MOST_ROWS + " rows");
        }
        return json.put("affected", affected);
    }

    /** As in a {@link Database}: no digit is lost, and moments are as in ISO 8601. */
    private static JsonNode value(ResultSet row, int column, String type) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            return Statement.JSON.nullNode();
        }
        return switch (type) {
            case "bool" -> Statement.JSON.readTree(text.startsWith("t") ? "true" : "false");
            case "int2", "int4", "int8", "serial", "bigserial", "oid", "float4", "float8", "numeric" ->
                NUMBER.matcher(text).matches() ? Statement.JSON.readTree(text) : Statement.JSON.valueToTree(text);
            case "json", "jsonb" -> Statement.JSON.readTree(text);
            case "timestamp", "timestamptz" -> Statement.JSON.valueToTree(moment(text));
            default -> type.startsWith("_") ? array(row.getArray(column)) : Statement.JSON.valueToTree(text);
        };
    }

    private static String moment(String text) {
        Matcher moment = MOMENT.matcher(text);
        return moment.matches() ? moment.group(1) + "T" + moment.group(2) + (moment.group(3) == null ? "" : "Z") : text;
    }

    private static JsonNode array(Array array) throws SQLException {
        return list((Object[]) array.getArray());
    }

    private static JsonNode list(@Nullable Object[] elements) {
        ArrayNode list = Statement.JSON.createArrayNode();
        for (Object element : elements) {
            list.add(
                    switch (element) {
                        case null -> Statement.JSON.nullNode();
                        case Object[] inner -> list(inner);
                        case Boolean truth -> Statement.JSON.valueToTree(truth);
                        case Number number ->
                            Statement.JSON.readTree(new BigDecimal(number.toString()).toPlainString());
                        default -> Statement.JSON.valueToTree(element.toString());
                    });
        }
        return list;
    }

    private static JsonNode reason(SQLException e, ServerErrorMessage why) {
        ObjectNode json = Statement.JSON.createObjectNode();
        json.put("sqlState", sqlState(e));
        json.put("message", String.valueOf(why.getMessage()));
        String constraint = why.getConstraint();
        if (constraint != null) {
            json.put("constraint", constraint);
        }
        return json;
    }

    private static String sqlState(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }
}

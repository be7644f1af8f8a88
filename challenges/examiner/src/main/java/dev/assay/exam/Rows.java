package dev.assay.exam;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The rows of a statement. Values are {@link Long} and {@link BigDecimal}, {@link String}, {@link Boolean}, null, and lists and
 * maps of these; dates and times are text as in ISO 8601, with a {@code Z} where the type has a time zone.
 *
 * <p>In comparisons numbers are equal when their values are, so that 12.50, 12.5 and {@code new BigDecimal("12.500")} are the same,
 * and a moment may be given as {@link Instant} or {@link LocalDateTime}.
 */
public final class Rows {
    private static final int SHOWN = 600;

    private final String statement;
    private final List<String> columns;
    private final List<List<@Nullable Object>> values;
    private final long affected;

    private Rows(String statement, List<String> columns, List<List<@Nullable Object>> values, long affected) {
        this.statement = statement;
        this.columns = columns;
        this.values = values;
        this.affected = affected;
    }

    static Rows of(String statement, JsonNode json) {
        List<String> columns = new ArrayList<>();
        json.path("columns").forEach(name -> columns.add(name.asString("")));
        List<List<@Nullable Object>> values = new ArrayList<>();
        for (JsonNode row : json.path("rows")) {
            if (row.size() != columns.size()) {
                throw new AssertionError(statement + " → a row does not have a value for each column");
            }
            values.add(list(row));
        }
        return new Rows(
                statement,
                List.copyOf(columns),
                Collections.unmodifiableList(values),
                json.path("affected").asLong(0));
    }

    private static List<@Nullable Object> list(JsonNode array) {
        List<@Nullable Object> list = new ArrayList<>();
        array.forEach(element -> list.add(plain(element)));
        return Collections.unmodifiableList(list);
    }

    private static @Nullable Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.stringValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER ->
                node.isIntegralNumber() && node.canConvertToLong() ? (Object) node.longValue() : node.decimalValue();
            case ARRAY -> list(node);
            case OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                node.forEachEntry((key, value) -> map.put(key, plain(value)));
                yield Collections.unmodifiableMap(map);
            }
            default -> null;
        };
    }

    /** A row to compare with; unlike {@link List#of} it may hold null. */
    public static List<@Nullable Object> row(@Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>();
        Collections.addAll(row, values);
        return Collections.unmodifiableList(row);
    }

    public List<String> columns() {
        return columns;
    }

    /** The rows in their order, each with its values in the order of the columns. */
    public List<List<@Nullable Object>> values() {
        return values;
    }

    /** The values of a column; fails when there is none of that name. */
    public List<@Nullable Object> column(String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw failure("expected a column " + name);
        }
        List<@Nullable Object> column = new ArrayList<>();
        values.forEach(row -> column.add(row.get(index)));
        return Collections.unmodifiableList(column);
    }

    /** The value of a statement with one row and one column; fails when there are more or fewer. */
    public @Nullable Object single() {
        if (values.size() != 1 || columns.size() != 1) {
            throw failure("expected one row with one column");
        }
        return values.getFirst().getFirst();
    }

    public int size() {
        return values.size();
    }

    /** How many rows the statement returned, or else wrote. */
    public long affected() {
        return affected;
    }

    /** Fails unless the columns have these names, in this order. */
    public Rows hasColumns(String... expected) {
        if (!columns.equals(List.of(expected))) {
            throw failure("expected the columns " + String.join(", ", expected));
        }
        return this;
    }

    /** Fails when there is a row. */
    public Rows hasNone() {
        return hasRows();
    }

    /** Fails unless the rows are these, in this order. */
    public Rows hasRows(List<?>... expected) {
        for (int i = 0; i < Math.max(expected.length, values.size()); i++) {
            if (i >= values.size()) {
                throw failure(
                        "expected " + shown(expected[i]) + " as row " + (i + 1) + " but the rows ended before it");
            }
            if (i >= expected.length) {
                throw failure("expected " + counted(expected.length) + " but there was also " + shown(values.get(i)));
            }
            if (!same(expected[i], values.get(i))) {
                throw failure(
                        "expected " + shown(expected[i]) + " as row " + (i + 1) + " but was " + shown(values.get(i)));
            }
        }
        return this;
    }

    /** Fails unless the rows are these, in whatever order. */
    public Rows hasRowsInAnyOrder(List<?>... expected) {
        List<List<@Nullable Object>> left = new ArrayList<>(values);
        for (List<?> row : expected) {
            int found = IntStream.range(0, left.size())
                    .filter(i -> same(row, left.get(i)))
                    .findFirst()
                    .orElseThrow(() -> failure("expected a row " + shown(row)));
            left.remove(found);
        }
        if (!left.isEmpty()) {
            throw failure("expected " + counted(expected.length) + " but there was also " + shown(left.getFirst()));
        }
        return this;
    }

    /** A failure that names the statement, what was expected, and the rows. */
    public AssertionError failure(String what) {
        return new AssertionError(statement + " → " + what + "; " + table());
    }

    private String table() {
        if (columns.isEmpty()) {
            return affected + " rows written";
        }
        String header = "columns " + String.join(", ", columns);
        return values.isEmpty()
                ? "no rows; " + header
                : "rows: "
                        + Words.cut(values.stream().map(Rows::shown).collect(Collectors.joining(" ")), SHOWN)
                        + "; " + header;
    }

    private static String counted(int rows) {
        return rows == 0 ? "no rows" : rows == 1 ? "one row" : rows + " rows";
    }

    private static String shown(List<?> row) {
        return row.stream().map(Rows::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    /** PostgreSQL shows what it divides with twenty digits, which nobody wants to read. */
    private static String literal(@Nullable Object value) {
        return switch (value) {
            case String text -> "\"" + text + "\"";
            case Number number -> exact(number).stripTrailingZeros().toPlainString();
            case List<?> list -> list.stream().map(Rows::literal).collect(Collectors.joining(", ", "[", "]"));
            case null, default -> String.valueOf(value);
        };
    }

    private static boolean same(@Nullable Object expected, @Nullable Object actual) {
        return switch (expected) {
            case Number number
            when actual instanceof Number other -> exact(number).compareTo(exact(other)) == 0;
            case List<?> list
            when actual instanceof List<?> other ->
                list.size() == other.size()
                        && IntStream.range(0, list.size()).allMatch(i -> same(list.get(i), other.get(i)));
            case Map<?, ?> map
            when actual instanceof Map<?, ?> other ->
                map.keySet().equals(other.keySet())
                        && map.keySet().stream().allMatch(key -> same(map.get(key), other.get(key)));
            case Instant moment when actual instanceof String text -> text.endsWith("Z") && moment.equals(parsed(text));
            case LocalDateTime moment
            when actual instanceof String text ->
                !text.endsWith("Z") && moment.toInstant(ZoneOffset.UTC).equals(parsed(text + "Z"));
            case Temporal other -> other.toString().equals(actual);
            case null -> actual == null;
            default -> expected.equals(actual);
        };
    }

    private static @Nullable Instant parsed(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notOne) {
            return null;
        }
    }

    private static BigDecimal exact(Number number) {
        return switch (number) {
            case BigDecimal decimal -> decimal;
            case BigInteger integer -> new BigDecimal(integer);
            case Double d -> BigDecimal.valueOf(d);
            case Float f -> new BigDecimal(f.toString());
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    @Override
    public String toString() {
        return statement + " → " + table();
    }
}

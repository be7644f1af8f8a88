package dev.assay.exam;

import static dev.assay.exam.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exam learns of a database, from answers that are written by hand here; the real ones come out of a container. */
@Timeout(20)
class DatabaseTests {

    private static final String ROWS = """
            {"columns": ["n", "exact", "name", "good", "list", "doc", "at", "day", "local"], "rows": [
              [1, 12.30, "a", true, [1, null], {"k": 1.0}, "2026-01-31T22:30:00.5Z", "2026-02-01", "2026-01-31T22:30:00"],
              [null, 12345678901234567890.123456789, "b", false, [], {}, "2026-02-01T00:00:00Z", null, null]], "affected": 2}
            """;

    private static String answer(int status, String json) {
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n"
                + json;
    }

    private static <T> T on(String answer, java.util.function.Function<Database, T> action) {
        try (RawServer server = RawServer.saying(answer);
                Database database = new Database("127.0.0.1", server.port())) {
            return action.apply(database);
        }
    }

    private static Rows rows(String json) {
        return on(
                answer(200, json),
                database -> database.query("all").with("id", 7).rows());
    }

    private static String failure(Runnable assertion) {
        AssertionError failure = assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion::run)
                .actual();
        return String.valueOf(failure.getMessage());
    }

    @Test
    void readsValuesWithoutLosingADigit() {
        Rows rows = rows(ROWS);

        rows.hasColumns("n", "exact", "name", "good", "list", "doc", "at", "day", "local")
                .hasRows(
                        row(
                                1,
                                12.3,
                                "a",
                                true,
                                Arrays.asList(1, null),
                                Map.of("k", 1),
                                Instant.parse("2026-01-31T22:30:00.500Z"),
                                LocalDate.of(2026, 2, 1),
                                LocalDateTime.of(2026, 1, 31, 22, 30)),
                        row(
                                null,
                                new BigDecimal("12345678901234567890.123456789"),
                                "b",
                                false,
                                List.of(),
                                Map.of(),
                                "2026-02-01T00:00:00Z",
                                null,
                                null));
        assertThat(rows.column("exact"))
                .containsExactly(new BigDecimal("12.30"), new BigDecimal("12345678901234567890.123456789"));
        assertThat(rows.column("n")).containsExactly(1L, null);
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.affected()).isEqualTo(2);
    }

    @Test
    void saysWhichRowDiffers() {
        Rows rows =
                rows("{\"columns\":[\"month\",\"sum\"],\"rows\":[[\"2026-01\",5],[\"2026-02\",0.50]],\"affected\":2}");

        rows.hasRows(row("2026-01", 5), row("2026-02", 0.5)).hasRowsInAnyOrder(row("2026-02", 0.5), row("2026-01", 5));
        assertThat(failure(() -> rows.hasRows(row("2026-01", 5), row("2026-02", 1))))
                .isEqualTo("query all {id=7} → expected (\"2026-02\", 1) as row 2 but was (\"2026-02\", 0.5); "
                        + "rows: (\"2026-01\", 5) (\"2026-02\", 0.5); columns month, sum");
        assertThat(failure(() -> rows.hasRows(row("2026-01", 5))))
                .contains("expected one row but there was also (\"2026-02\", 0.5)");
        assertThat(failure(() -> rows.hasRows(row("2026-01", 5), row("2026-02", 0.5), row(null, 1))))
                .contains("expected (null, 1) as row 3 but the rows ended before it");
        assertThat(failure(() -> rows.hasRowsInAnyOrder(row("2026-01", "5"))))
                .contains("expected a row (\"2026-01\", \"5\")");
        assertThat(failure(() -> rows.hasRowsInAnyOrder(row("2026-01", 5)))).contains("one row but there was also");
        assertThat(failure(rows::hasNone)).contains("expected no rows but there was also (\"2026-01\", 5)");
        assertThat(failure(() -> rows.hasColumns("month"))).contains("expected the columns month");
        assertThat(failure(() -> rows.column("day"))).contains("expected a column day");
        assertThat(failure(() ->
                        rows("{\"columns\":[\"a\"],\"rows\":[[\"true\"]]}").hasRows(row(true))))
                .contains("expected (true) as row 1 but was (\"true\")");
        assertThat(failure(rows::single)).contains("expected one row with one column");
        assertThat(rows("{\"columns\":[\"count\"],\"rows\":[[3]],\"affected\":1}")
                        .single())
                .isEqualTo(3L);
        rows("{\"columns\":[],\"rows\":[],\"affected\":4}").hasNone();
    }

    @Test
    void tellsARefusal() {
        String refused = answer(
                400,
                "{\"sqlState\":\"23505\",\"message\":\"duplicate key\",\"detail\":null,\"constraint\":\"orders_pkey\",\"line\":1}");

        Refusal refusal =
                on(refused, database -> database.sql("insert\n into x").refusal());
        refusal.hasState("23505").isConstraintViolation();
        assertThat(refusal.constraint()).hasValue("orders_pkey");
        assertThat(refusal.message()).isEqualTo("duplicate key");
        assertThat(failure(() -> refusal.hasState("23503")))
                .isEqualTo(
                        "sql \"insert into x\" → expected it to be refused with 23503; refused: duplicate key (23505)");
        assertThat(failure(() -> on(refused, database -> database.query("add").rows())))
                .isEqualTo("query add → refused: duplicate key (23505)");

        String absent = answer(404, "{\"message\":\"There is no file queries/add.sql; there are: none\"}");
        assertThat(failure(() -> on(absent, database -> database.query("add").refusal())))
                .isEqualTo("query add → refused: There is no file queries/add.sql; there are: none");
        assertThat(failure(() -> on(absent, database -> database.query("add").rows())))
                .contains("There is no file");

        String carriedOut = answer(200, "{\"columns\":[],\"rows\":[],\"affected\":1}");
        assertThat(failure(
                        () -> on(carriedOut, database -> database.query("add").refusal())))
                .isEqualTo("query add → expected it to be refused but it was carried out; 1 rows written");
        assertThat(failure(() -> on(
                        answer(400, "{\"sqlState\":\"42601\",\"message\":\"syntax error\"}"),
                        database -> database.sql("selec").refusal().isConstraintViolation())))
                .contains("expected it to violate a constraint; refused: syntax error (42601)");
    }

    @Test
    void sendsParametersAsTheyAre() {
        AtomicReference<String> body = new AtomicReference<>("");
        try (RawServer server = new RawServer(_ -> {}, body::set, out -> {
                    out.write(answer(200, "{\"columns\":[],\"rows\":[],\"affected\":0}")
                            .getBytes(StandardCharsets.UTF_8));
                    return false;
                });
                Database database = new Database("127.0.0.1", server.port())) {
            database.query("q")
                    .with("amount", new BigDecimal("12.30"))
                    .with("at", Instant.parse("2026-01-31T22:30:00Z"))
                    .with("day", LocalDate.of(2026, 2, 1))
                    .with(Map.of("ids", List.of(1, 2)))
                    .with("none", null)
                    .rows();
            assertThat(body.get())
                    .isEqualTo(
                            "{\"amount\":12.30,\"at\":\"2026-01-31T22:30:00Z\",\"day\":\"2026-02-01\",\"ids\":[1,2],\"none\":null}");

            database.sql("select :a").with("a", 1).rows();
            assertThat(body.get()).isEqualTo("{\"sql\":\"select :a\",\"parameters\":{\"a\":1}}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[1]",
                "{\"columns\":[\"a\"],\"rows\":[[1,2]]}",
                "{\"columns\":[\"a\"],\"rows\":[7]}"
            })
    void takesNoOtherAnswerForRows(String body) {
        assertThat(failure(() -> rows(body))).startsWith("query all {id=7} → ");
    }

    @Test
    void namesAStatementThatIsNotAnswered() {
        try (RawServer server = new RawServer(out -> true);
                Database database = new Database("127.0.0.1", server.port())) {
            assertThat(failure(() -> database.query("slow")
                            .timeout(Duration.ofMillis(100))
                            .rows()))
                    .isEqualTo("query slow → no complete answer within 100 ms");
        }
    }

    @Test
    void runsStatementsAtTheSameTime() {
        try (RawServer server = RawServer.saying(answer(200, "{\"columns\":[],\"rows\":[],\"affected\":1}"));
                Database database = new Database("127.0.0.1", server.port())) {
            assertThat(database.concurrently(
                            8, i -> database.query("add").with("i", i).rows().affected()))
                    .containsOnly(1L)
                    .hasSize(8);
        }
    }
}

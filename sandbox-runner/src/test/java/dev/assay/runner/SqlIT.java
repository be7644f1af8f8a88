package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Companions;
import dev.assay.challenge.ExamData;
import dev.assay.challenge.Form;
import dev.assay.challenge.Level;
import dev.assay.challenge.Limits;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Track;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The environment for SQL: migrations, queries, and what an exam sees of them. */
class SqlIT {

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    private static final String ITEMS = "create table items (id bigint primary key, name text not null);\n";

    private static final String NO_EXAM = """
            import dev.assay.exam.*;
            import org.junit.jupiter.api.*;
            @Category("all")
            class NoTests {
                @Test void nothing(Database database) {}
            }
            """;

    @Test
    void takesStatementsApartAsPostgresqlDoes() {
        Judgement judgement = judge(
                Map.of(
                        "migrations/010_second.sql",
                        "insert into items values (2, 'b;');",
                        "migrations/002_first.sql",
                        ITEMS + """
                                -- a comment; with 'a quote
                                /* a /* nested; */ one; */
                                insert into items values (1, 'it''s; --'), (3, E'it\\'s;'), (4, $x$ $$;$$ $x$);
                                create function twice(n int) returns int language plpgsql as $$ begin return 2 * n; end; $$;
                                create function kind(n int) returns text begin atomic
                                  select case when n > 1 then 'many' else 'one' end;
                                end;
                                create rule "odd;name" as on delete to items where old.id = 0
                                  do also (insert into items values (90, 'x'); insert into items values (91, 'y'));
                                """,
                        "queries/all.sql",
                        "select id, name from items where name <> ':none' and id >= :least::int and id <= :most order by id;",
                        "queries/numbered.sql",
                        "select $2::int - $1::int as difference -- ; :no",
                        "queries/slice.sql",
                        "select (:list::int[])[1:n] as part from (values (2)) as one (n)",
                        "queries/later.sql",
                        "-- not yet; select 1\n"),
                """
                import static dev.assay.exam.Rows.row;
                import dev.assay.exam.*;
                import java.util.List;
                import org.junit.jupiter.api.*;
                @Category("all") @Visible
                class PartTests {
                    private final Database database;
                    PartTests(Database database) { this.database = database; }
                    @Test void all() {
                        database.query("all").with("least", 1).with("most", 5).rows()
                            .hasRows(row(1, "it's; --"), row(2, "b;"), row(3, "it's;"), row(4, " $$;$$ "));
                    }
                    @Test void slice() { database.query("slice").with("list", List.of(7, 8, 9)).rows().hasRows(row(List.of(7, 8))); }
                    @Test void functions() { database.sql("select twice(4), kind(2)").rows().hasRows(row(8, "many")); }
                    @Test void rule() {
                        database.sql("select count(*) from pg_rules where rulename = 'odd;name'").rows().hasRows(row(1));
                    }
                    @Test void later() { database.query("later").rows(); }
                    @Test void nope() { database.query("nope").refusal(); }
                    @Test void tooFew() { database.query("all").with("least", 1).rows(); }
                }
                """);

        assertThat(failures(judgement))
                .as(judgement.toString())
                .containsOnlyKeys("PartTests.later", "PartTests.nope", "PartTests.tooFew")
                .containsEntry("PartTests.later", "query later → refused: queries/later.sql has no statement yet")
                .containsEntry(
                        "PartTests.nope",
                        "query nope → refused: There is no file queries/nope.sql; there are: all, later, numbered, slice")
                .containsEntry(
                        "PartTests.tooFew",
                        "query all {least=1} → refused: There is no parameter :most; given are: least");
    }

    @Test
    void carriesEveryTypeThereAndBack() {
        Judgement judgement = judge(
                Map.of(
                        "migrations/1.sql",
                        "create domain cents as bigint;\ncreate type mood as enum ('good', 'bad');\n",
                        "queries/back.sql",
                        """
                        select :n::bigint as n, :exact::numeric as exact, :yes::boolean as yes, :text::text as text, :nothing::int as nothing,
                          :list::int[] as list, :texts::text[] as texts, :doc::jsonb as doc, :at::timestamptz as at, :day::date as day,
                          'bad'::mood as mood, 5::cents as cents, 'NaN'::float8 as nan, timestamp '2026-02-01 12:30' as local,
                          array[array[1.50, null]] as deep, interval '90 minutes' as span, 0.1::real as real
                        """),
                """
                import static dev.assay.exam.Rows.row;
                import dev.assay.exam.*;
                import java.math.BigDecimal;
                import java.time.*;
                import java.util.*;
                import org.junit.jupiter.api.*;
                @Category("all")
                class TypeTests {
                    @Test void back(Database database) {
                        BigDecimal exact = new BigDecimal("12345678901234567890.123456789");
                        String text = "a \\"quoted\\", back\\\\slashed {text} with \\u20ac and \\uD83D\\uDEB2";
                        Instant at = Instant.parse("2026-01-31T23:30:00.25Z");
                        Map<String, Object> doc = Map.of("k", List.of(1.5, true, text));
                        database.query("back").with("n", Long.MAX_VALUE).with("exact", exact).with("yes", true).with("text", text)
                            .with("nothing", null).with("list", Arrays.asList(1, null)).with("texts", List.of(text, "NULL", ""))
                            .with("doc", doc).with("at", at).with("day", LocalDate.of(2026, 2, 1)).rows()
                            .hasRows(row(Long.MAX_VALUE, exact, true, text, null, Arrays.asList(1, null), List.of(text, "NULL", ""),
                                doc, at, LocalDate.of(2026, 2, 1), "bad", 5, "NaN", LocalDateTime.of(2026, 2, 1, 12, 30),
                                List.of(Arrays.asList(1.5, null)), "PT1H30M", 0.1));
                    }
                }
                """);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void tellsWhatItRefusesAndGoesOn() {
        Judgement judgement = judge(
                Map.of(
                        "migrations/1.sql",
                        ITEMS
                                + "create table parts (item bigint not null references items deferrable initially deferred);\n",
                        "queries/add.sql",
                        "insert into items values (:id, :name) returning name",
                        "queries/endless.sql",
                        "select pg_sleep(600)",
                        "queries/huge.sql",
                        "select repeat('x', 1000) from generate_series(1, 100000)"),
                """
                import static dev.assay.exam.Rows.row;
                import static org.assertj.core.api.Assertions.*;
                import dev.assay.exam.*;
                import java.time.Duration;
                import org.junit.jupiter.api.*;
                @Category("all") @Timeout(60)
                class RefusalTests {
                    private final Database database;
                    RefusalTests(Database database) { this.database = database; }
                    @Test void constraint() {
                        database.query("add").with("id", 1).with("name", "a").rows().hasColumns("name").hasRows(row("a"));
                        Refusal refusal = database.query("add").with("id", 1).with("name", "b").refusal().hasState("23505");
                        assertThat(refusal.constraint()).hasValue("items_pkey");
                        database.query("add").with("id", 2).with("name", null).refusal().isConstraintViolation();
                        database.query("add").with("id", "two").with("name", "b").refusal().hasState("22P02");
                    }
                    @Test void script() {
                        database.sql("insert into items values (50, 'a'); insert into items values (50, 'b')").refusal().hasState("23505");
                        database.sql("insert into parts values (777); select 1").refusal().hasState("23503");
                        database.sql("select count(*) from items where id = 50").rows().hasRows(row(0));
                        database.sql("insert into items values (:id, 'a'); insert into parts values (:id); select item from parts").with("id", 60)
                            .rows().hasRows(row(60));
                    }
                    @Test void endless() {
                        assertThatThrownBy(() -> database.query("endless").timeout(Duration.ofSeconds(1)).rows())
                            .hasMessage("query endless \\u2192 no complete answer within 1 s");
                    }
                    @Test void huge() {
                        assertThatThrownBy(() -> database.query("huge").rows()).hasMessageContaining("The rows have more than");
                        assertThatThrownBy(() -> database.sql("copy items to stdout").rows()).hasMessageContaining("COPY");
                        database.sql("select 1").rows().hasRows(row(1));
                    }
                    @Test void manyAtATime() {
                        String once = "insert into items values (:id, 'n') on conflict do nothing";
                        assertThat(database.concurrently(40, i -> database.sql(once).with("id", 100 + i % 4).rows().affected()))
                            .filteredOn(count -> count == 1).hasSize(4);
                    }
                }
                """);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.serviceLog()).contains("queries/add.sql:1: duplicate key value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "migrations/2.sql | create table x (\\n  a int,\\n  b nonsense\\n) | migrations/2.sql:3: type \"nonsense\" does not exist (42704)",
                "migrations/2.sql | select 1;\\n\\n\\ncreate table items (a int) | migrations/2.sql:4: relation \"items\" already exists (42P07)",
                "migrations/2.sql | select 1;\\ncommit; select 2 | migrations/2.sql:2: Each file is one transaction already",
                "migrations/2.sql | copy items from stdin | migrations/2.sql:1: COPY from STDIN",
                "queries/bad.sql  | select\\n\\tname,\\n\\tnaem from items | queries/bad.sql:3: column \"naem\" does not exist (42703)\\n    \\tnaem from items\\n    \\t^",
                "queries/two.sql  | select 1;\\nselect 2 | queries/two.sql:2: A second statement begins here",
                "queries/both.sql | select :a::int, $2::int | Use either :name or $1",
                "queries/open.sql | select 'a | queries/open.sql:1: unterminated quoted string"
            })
    void namesFileAndLineOfWhatIsWrong(String file, String text, String expected) {
        Judgement judgement = judge(Map.of("migrations/1.sql", ITEMS, file.strip(), lines(text)), NO_EXAM);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(judgement.buildLog()).contains(lines(expected));
    }

    @Test
    void asksForMigrations() {
        Judgement judgement = judge(Map.of("queries/1.sql", "select 1"), NO_EXAM);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(judgement.buildLog()).contains("There is no migrations/*.sql");
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t");
    }

    private static Map<String, String> failures(Judgement judgement) {
        Map<String, String> failures = new TreeMap<>();
        judgement.tests().stream()
                .filter(test -> !test.passed())
                .forEach((TestResult test) -> failures.put(test.name(), test.message()));
        return failures;
    }

    private static Judgement judge(Map<String, String> files, String exam) {
        String name = exam.replaceAll("(?s).*class (\\w+Tests) .*", "$1");
        return engine.judge(
                new Challenge(
                        "tables",
                        "Tables",
                        List.of(),
                        Track.DEVELOPER,
                        Level.JUNIOR,
                        10,
                        List.of("sql"),
                        new TreeMap<>(Map.of("all", 1)),
                        Limits.DEFAULT,
                        Form.SERVICE,
                        Companions.NONE,
                        8080,
                        "Tables.",
                        SourceFiles.of(Map.of(name + ".java", exam)),
                        ExamData.NONE,
                        new TreeMap<>(),
                        List.of(),
                        List.of(),
                        new TreeMap<>(),
                        name),
                "sql",
                files,
                Scope.ALL);
    }
}

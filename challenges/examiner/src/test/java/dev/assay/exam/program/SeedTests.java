package dev.assay.exam.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The same seed gives each test the same values; the failures of these exams tell them. */
class SeedTests {
    private static final int NOBODY = 1;
    private static final String SEED = "00c0ffee00c0ffee";

    private static final String FIRST = """
            private final String made = Fresh.word();
            static String early;
            @BeforeAll static void begin() { early = Fresh.word(); }
            @BeforeEach void setUp() { earlier = Fresh.word(); }
            private String earlier;
            """;

    private static final String SHOWN = """
            @Test @Category("c") void shown() {
                Assertions.fail(early + made + earlier + Fresh.number(0, 1_000_000) + Fresh.uuid() + Fresh.shuffled(List.of(1, 2, 3, 4, 5, 6, 7, 8)));
            }
            """;

    private static final String MORE = """
            @ParameterizedTest @Category("c") @MethodSource("words")
            void many(String word) { Assertions.fail(word + made + Fresh.word()); }
            static List<String> words() { return List.of(Fresh.word()); }
            @Test @Category("c") @Visible void before() { Assertions.fail(made + Fresh.pick(List.of(1, 2, 3)) + Fresh.word(30)); }
            @Nested class Inner {
                private final String inner = Fresh.word();
                @Test @Category("c") void nested() { Assertions.assertNotEquals(made, inner); Assertions.fail(made + inner); }
            }
            @Nested @TestInstance(TestInstance.Lifecycle.PER_CLASS) class Once {
                private final String once = Fresh.word();
                @Test @Category("c") void one() { Assertions.fail(once + Fresh.word()); }
                @Test @Category("c") void other() { Assertions.fail(once + Fresh.word()); }
            }
            """;

    @Test
    void givesTheSameValuesAgain() {
        Map<String, String> results = results(SEED, FIRST + MORE + SHOWN);

        assertThat(results).hasSize(6);
        assertThat(results(SEED, FIRST + MORE + SHOWN)).isEqualTo(results);
        assertThat(results("00c0ffee00c0ffef", FIRST + MORE + SHOWN))
                .allSatisfy((test, values) -> assertThat(values).isNotEqualTo(results.get(test)));
    }

    @Test
    void givesATestItsValuesWhateverRunsBesideIt() {
        assertThat(results(SEED, FIRST + MORE + SHOWN)).containsAllEntriesOf(results(SEED, FIRST + SHOWN));
    }

    @Test
    void drawsASeedWhereNoneIsGiven() {
        JsonNode classes = Session.compile(Session.exam(FIRST + SHOWN));

        assertThat(run(Session.load("ALL", NOBODY, classes))).isNotEqualTo(run(Session.load("ALL", NOBODY, classes)));
    }

    @Test
    void refusesWhatIsNoSeed() {
        assertThat(Session.examine(NOBODY, Map.of("seed", "123"), Session.exam(FIRST + SHOWN))
                        .first("broken")
                        .path("message")
                        .asString())
                .contains("16 lower-case hex digits", "\"123\"");
    }

    private static Map<String, String> results(String seed, String body) {
        return run(Session.load("ALL", NOBODY, Session.compile(Session.exam(body)), Map.of("seed", seed)));
    }

    private static Map<String, String> run(String load) {
        return Session.say(load, "{\"type\":\"examine\"}").results();
    }
}

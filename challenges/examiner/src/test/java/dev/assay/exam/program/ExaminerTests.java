package dev.assay.exam.program;

import static dev.assay.exam.program.Session.exam;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.assay.exam.program.Session.Transcript;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExaminerTests {
    private HttpServer service;

    @BeforeEach
    void startService() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            byte[] body = "{\"error\":\"broken pipe dream\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/ok") ? 200 : 500, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stopService() {
        service.stop(0);
    }

    private int port() {
        return service.getAddress().getPort();
    }

    @Test
    void tellsThePlanAndEachResultInTheOrderOfTheSource() {
        Transcript told = Session.examine("ALL", port(), exam("""
                @Test @Category("speed") @Weight(3) @DisplayName("Zebras come first")
                void zebra(Service service) { service.get("/ok").send().hasStatus(200); }
                @Test @Category("correctness") @Visible
                void aardvarksFollow(Service service) { service.post("/x").json(Map.of("a", 1)).send().hasStatus(201); }
                """));

        assertThat(told.types())
                .containsExactly("hello", "plan", "ready", "started", "finished", "started", "finished", "done");
        assertThat(told.first("plan").path("nonce").asString()).isEqualTo(Session.NONCE);
        assertThat(told.first("plan").path("tests").toString())
                .isEqualTo(
                        "[{\"name\":\"ThingTests.zebra\",\"title\":\"Zebras come first\",\"category\":\"speed\","
                                + "\"visible\":false,\"weight\":3},{\"name\":\"ThingTests.aardvarksFollow\","
                                + "\"title\":\"Aardvarks follow\",\"category\":\"correctness\",\"visible\":true,\"weight\":1}]");
        assertThat(told.results())
                .containsEntry("ThingTests.zebra", "PASSED")
                .containsEntry(
                        "ThingTests.aardvarksFollow",
                        "POST /x {\"a\":1} → expected status 201 but was 500, body: {\"error\":\"broken pipe dream\"}");
        assertThat(told.status()).isZero();
    }

    @Test
    void givesTheDataOfThePackageToTests() {
        JsonNode classes = Session.compile(exam("""
                private final Data data;
                ThingTests(Data data) { this.data = data; }
                @Test @Category("c") void reads() {
                    Assertions.assertEquals(List.of("a.in"), data.names("secret"));
                    Assertions.assertEquals("3 4\\n", data.text("secret/a.in"));
                }
                @Test @Category("c") void missing() { data.text("b.in"); }
                """));
        String load =
                Session.load("ALL", port(), classes).replaceFirst("\\{", "{\"data\":{\"secret/a.in\":\"3 4\\\\n\"},");

        Transcript told = Session.say(load, "{\"type\":\"await\",\"timeoutMillis\":2000}", "{\"type\":\"examine\"}");

        assertThat(told.results())
                .containsEntry("ThingTests.reads", "PASSED")
                .hasEntrySatisfying(
                        "ThingTests.missing",
                        message -> assertThat(message).contains("The package has no file exam/data/b.in"));
    }

    @Test
    void givesAProgramAndADatabaseToTestsToo() {
        Transcript told = Session.examine("ALL", port(), exam("""
                @Test @Category("c") void runs(Program program) { program.run("3 4").hasOutput("7"); }
                @Test @Category("c") void selects(Database database) { database.sql("select 1").rows(); }
                """));

        assertThat(told.results().get("ThingTests.runs"))
                .startsWith("input \"3 4\" → the answer about the run makes no sense");
        assertThat(told.results().get("ThingTests.selects")).startsWith("sql \"select 1\" → refused: no message");
    }

    @Test
    void endsWhenItCannotGoOn() {
        Transcript told = Session.examine("ALL", port(), exam("""
                @Test @Category("c")
                void fillsTheHeap() { throw new OutOfMemoryError("Java heap space"); }
                """));

        assertThat(told.types()).doesNotContain("done");
        assertThat(told.status()).isEqualTo(Examiner.FAILED);
    }

    @Test
    void runsOnlyVisibleTestsWhenAsked() {
        Transcript told = Session.examine("VISIBLE", port(), """
                import dev.assay.exam.*;
                import org.junit.jupiter.api.*;
                @Category("c") @Visible
                class ThingTests {
                    @Test void seen(Service service) { service.get("/ok").send().hasStatus(200); }
                    @Test @Visible(false) void unseen(Service service) { service.get("/ok").send().hasStatus(200); }
                    @Nested class Inner { @Test void alsoSeen() {} }
                    @Nested @Visible(false) class Dark { @Test void alsoUnseen() {} }
                }
                """);

        assertThat(told.results()).containsOnlyKeys("ThingTests.seen", "Inner.alsoSeen");
    }

    @Test
    void leavesATestThatHangsBehind() {
        Transcript told = Session.examine("ALL", port(), exam("""
                @Test @Category("c") @Timeout(value = 300, unit = java.util.concurrent.TimeUnit.MILLISECONDS)
                void hangs() { while (true) { Thread.onSpinWait(); if (Thread.interrupted()) { throw new IllegalStateException(); } } }
                @Test @Category("c") void goesOn(Service service) { service.get("/ok").send().hasStatus(200); }
                """));

        assertThat(told.results().get("ThingTests.hangs")).contains("took too long", "300 milliseconds");
        assertThat(told.results()).containsEntry("ThingTests.goesOn", "PASSED");
    }

    @Test
    void explainsWhatTheExamItselfGotWrong() {
        Transcript told = Session.examine("ALL", port(), exam("""
                @Test @Category("c") void throwsUp() { List.of().getFirst(); }
                @Test @Category("c") @Disabled("later") void skipped() {}
                @ParameterizedTest @Category("c") @ValueSource(ints = {1, 2, 3})
                void many(int n) { Assertions.assertEquals(1, n % 2); }
                @ParameterizedTest @Category("c") @ValueSource(ints = {1, 3})
                void odd(int n) { Assertions.assertEquals(1, n % 2); }
                """));

        assertThat(told.results().get("ThingTests.throwsUp")).contains("NoSuchElementException", "ThingTests.java:9");
        assertThat(told.results().get("ThingTests.skipped")).contains("skipped", "later");
        assertThat(told.results().get("ThingTests.many")).contains("[2]", "expected: <1> but was: <0>");
        assertThat(told.results()).containsEntry("ThingTests.odd", "PASSED");
    }

    @Test
    void tellsWhatCouldNotBeDecided() {
        Transcript told = Session.examine("ALL", port(), exam("""
                @Test @Category("c") void noisy() { throw new org.opentest4j.TestAbortedException("The machine is noisy"); }
                @ParameterizedTest @Category("c") @ValueSource(ints = {1, 2, 3})
                void partly(int n) { Assumptions.assumeTrue(n != 2, "two is noisy"); }
                @ParameterizedTest @Category("c") @ValueSource(ints = {1, 2, 3})
                void worse(int n) { Assumptions.assumeTrue(n == 3, "noisy"); Assertions.fail("wrong"); }
                """));

        assertThat(told.all("finished"))
                .extracting(line -> line.path("status").asString() + " "
                        + line.path("message").asString())
                .containsExactly(
                        "INCONCLUSIVE The machine is noisy",
                        "INCONCLUSIVE [2] n = 2: Assumption failed: two is noisy",
                        "FAILED [3] n = 3: wrong");
    }

    @Test
    void failsEveryTestOfAClassThatCannotBeSetUp() {
        Transcript told = Session.examine("ALL", port(), exam("""
                @BeforeAll static void prepare() { throw new IllegalStateException("no seed"); }
                @Test @Category("c") void one() {}
                @Test @Category("c") void two() {}
                """));

        assertThat(told.results().values())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message).contains("Not run", "no seed"));
    }

    @Test
    void namesFileAndLineOfWhatDoesNotCompile() {
        Transcript told = Session.say(Session.compileCommand("class ThingTests {\n  int a = \"text\";\n}\n"));

        assertThat(told.first("notCompiled").path("diagnostics").path(0).asString())
                .startsWith("ThingTests.java:2: incompatible types");
    }

    @Test
    void refusesAnExamWithFaults() {
        assertThat(broken(exam("@Test void lonely() {}"))).contains("ThingTests.lonely has no category", "@Category");
        assertThat(broken(exam("@Test @Category(\"c\") @Weight(0) void light() {}")))
                .contains("weight 0");
        assertThat(broken(exam("void noTest() {}"))).contains("no tests", "ThingTests");
        assertThat(broken(exam("@Test @Category(\"c\") private void secret() {}")))
                .contains("secret");
        assertThat(broken(exam("@Test @Category(\"c\") void same() {} @Test @Category(\"c\") void same(Service s) {}")))
                .contains("Two tests have the name ThingTests.same");
    }

    private String broken(String source) {
        JsonNode classes = Session.compile(source);
        return Session.say(Session.load("ALL", port(), classes))
                .first("broken")
                .path("message")
                .asString();
    }

    @Test
    void saysWhenNothingListens() {
        int port = port();
        service.stop(0);
        JsonNode classes = Session.compile(exam("@Test @Category(\"c\") void a() {}"));

        Transcript told = Session.say(Session.load("ALL", port, classes), "{\"type\":\"await\",\"timeoutMillis\":50}");

        assertThat(told.types()).containsExactly("hello", "plan", "notReady");
    }

    @Test
    void endsOnWhatItDoesNotUnderstand() {
        for (String command : List.of("{\"type\":\"dance\"}", "}{", "{\"type\":\"examine\"}")) {
            Transcript told = Session.say(command, "{\"type\":\"examine\"}");

            assertThat(told.types()).containsExactly("hello", "broken");
            assertThat(told.status()).isEqualTo(Examiner.NOT_UNDERSTOOD);
        }
    }

    @Test
    void cutsLongMessages() {
        Transcript told = Session.examine("ALL", port(), exam("""
                @Test @Category("c") void wordy() { Assertions.fail("x".repeat(100_000)); }
                """));

        assertThat(told.results().get("ThingTests.wordy").length()).isLessThanOrEqualTo(4096);
    }
}

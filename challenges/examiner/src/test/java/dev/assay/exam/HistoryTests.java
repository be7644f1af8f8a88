package dev.assay.exam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HistoryTests {
    private final History history = new History();
    private String answer = RawServer.ok("");
    private final RawServer server = new RawServer(out -> {
        out.write(answer.getBytes(UTF_8));
        return true;
    });
    private final Service service = new Service("127.0.0.1", server.port());

    @BeforeEach
    void seed() {
        Seed.use("0123456789abcdef");
    }

    @AfterEach
    void close() {
        service.close();
        server.close();
    }

    private void answers(int status) {
        answer = "HTTP/1.1 " + status + " Word\r\nContent-Length: 0\r\n\r\n";
    }

    private void write(String value) {
        history.write("k", value, _ -> service.put("/k"));
    }

    private void read(String value) {
        answer = RawServer.ok(value);
        history.read("k", service.get("/k"), Reply::body);
    }

    @Test
    void findsALostWrite() {
        for (int i = 0; i < 30; i++) {
            write("v" + i);
        }

        history.keepsWhatItAcknowledged(key -> "v29");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> history.keepsWhatItAcknowledged(key -> "v12"))
                .satisfies(failure -> assertThat(failure.getMessage().lines())
                        .satisfiesExactly(
                                line -> assertThat(line)
                                        .isEqualTo(
                                                "k holds \"v12\" at last, which it cannot after what was acknowledged"
                                                        + " (seed 0123456789abcdef):"),
                                line -> assertThat(line).endsWith("client 1 writes \"v12\" to k, acknowledged"),
                                line -> assertThat(line).endsWith("client 1 writes \"v29\" to k, acknowledged"),
                                line -> assertThat(line)
                                        .matches("  [0-9.]+ to [0-9.]+ ms: client 1 reads \"v12\" from k")));
    }

    @Test
    void knowsWhatItDoesNotKnow() {
        write("a");
        answers(500);
        write("b");
        answers(409);
        write("c");

        history.keepsWhatItAcknowledged(key -> "a");
        history.keepsWhatItAcknowledged(key -> "b");
        fails(() -> history.keepsWhatItAcknowledged(key -> "c"), "k holds \"c\" at last");
        fails(() -> history.keepsWhatItAcknowledged(key -> null), "k holds nothing at last");
    }

    @Test
    void takesACallWithoutAnAnswerForUnknown() {
        int port;
        try (RawServer gone = RawServer.saying("")) {
            port = gone.port();
        }
        try (Service nobody = new Service("127.0.0.1", port)) {
            assertThat(history.write("k", "a", _ -> nobody.put("/k"))).isEmpty();
            assertThat(history.read("k", nobody.get("/k"), Reply::body)).isEmpty();
        }
        history.keepsWhatItAcknowledged(key -> null);
        history.keepsWhatItAcknowledged(key -> "a");
        history.isLinearizable();
    }

    @Test
    void findsAStaleRead() {
        history.initially("k", "begin");
        read("begin");
        for (int i = 0; i < 20; i++) {
            write("v" + i);
            read("v" + i);
            history.isLinearizable();
        }
        write("end");
        read("v3");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(history::isLinearizable)
                .satisfies(failure -> assertThat(failure.getMessage())
                        .startsWith("The answers about k contradict each other")
                        .contains("writes \"v3\" to k", "reads \"v3\" from k")
                        .hasLineCount(4));
    }

    @Test
    void comparesNumbersByTheirValues() {
        history.write("k", 7, _ -> service.put("/k"));
        history.remove("gone", service.delete("/gone"));

        history.keepsWhatItAcknowledged(key -> key.equals("k") ? 7L : null);
    }

    @Test
    void takesATangleOfWrites() {
        History tangle = new History();
        service.clients(16, client -> tangle.write("k", Fresh.word(), _ -> client.put("/k")));

        tangle.isLinearizable();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> tangle.keepsWhatItAcknowledged(key -> "other"))
                .withMessageContaining("k holds \"other\" at last");
    }

    @Test
    void countsEachChangeOnce() {
        change("a", 5);
        change("a", 5);
        change("b", -2);
        history.addsUp(Map.of("a", 1L, "b", 2L), Map.of("a", 11L, "b", 0L));
        fails(
                () -> history.addsUp(Map.of("a", 1L, "b", 2L), Map.of("a", 6L, "b", 0L)),
                "What was acknowledged does not add up (seed 0123456789abcdef):\n"
                        + "  a is 6 but was 1, and 2 acknowledged changes of 10 in all make that 11");

        answers(503);
        change("a", 3);
        change("a", 3);
        for (long fine : new long[] {11, 14, 17}) {
            history.addsUp(Map.of("a", 1L, "b", 2L), Map.of("a", fine, "b", 0L));
        }
        fails(
                () -> history.addsUp(Map.of("a", 1L, "b", 2L), Map.of("a", 12L, "b", 0L)),
                "make that 11; what became of 2 more is not known");
    }

    private void change(String key, long by) {
        history.change(key, by, service.post("/changes"));
    }

    @Test
    void movesAsAWhole() {
        Map<String, Long> before = Map.of("a", 100L, "b", 0L);
        history.move("a", "b", 30, service.post("/moves"));
        history.addsUp(before, Map.of("a", 70L, "b", 30L));
        answers(500);
        history.move("a", "b", 10, service.post("/moves"));
        history.move("a", "b", 10, service.post("/moves"));

        history.addsUp(before, Map.of("a", 60L, "b", 40L));
        fails(() -> history.addsUp(before, Map.of("a", 60L, "b", 30L)), "a is 60 but was 100");
        fails(() -> history.addsUp(before, Map.of("a", 70L, "b", 40L)), "b is 40 but was 0");
    }

    @Test
    void boundsItsWorkOnManyThatAreUnknown() {
        answers(500);
        for (int i = 0; i < 40; i++) {
            history.change("a", 1L << i, service.post("/changes"));
        }

        history.addsUp(Map.of("a", 0L), Map.of("a", 12_345L));
        fails(() -> history.addsUp(Map.of("a", 0L), Map.of("a", -1L)), "a is -1 but was 0");
    }

    @Test
    void findsADoubleSpend() {
        change("a", -60);
        change("a", -30);
        history.neverFallsBelow(0, Map.of("a", 100L));
        change("a", -20);
        change("a", -5);
        fails(
                () -> history.neverFallsBelow(0, Map.of("a", 100L)),
                "More was taken from a than there was: it was 100, and after what was acknowledged it would be -15");
        change("a", 15);
        history.neverFallsBelow(0, Map.of("a", 100L));
    }

    @Test
    void findsWhatWasGivenTwice() {
        history.claim("seat 1", service.post("/seats/1"));
        history.claim("seat 2", service.post("/seats/2"));
        answers(409);
        history.claim("seat 1", service.post("/seats/1"));
        history.givesEachOnce();
        answers(201);
        history.claim("seat 1", service.post("/seats/1"));

        fails(history::givesEachOnce, "seat 1 was given twice (seed 0123456789abcdef):");
    }

    @Test
    void recordsWhatClientsDoAtTheSameTime() {
        List<String> keys = List.of("a", "b", "c");
        service.clients(4, client -> history.write(Fresh.pick(keys), Fresh.word(), _ -> client.put("/x")), () -> {});

        List<String> asked = new ArrayList<>();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> history.keepsWhatItAcknowledged(key -> {
                    asked.add(key);
                    return null;
                }));
        assertThat(asked).isNotEmpty();
    }

    private static void fails(Runnable check, String message) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(check::run).withMessageContaining(message);
    }
}

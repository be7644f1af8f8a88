package dev.assay.exam;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplyJsonTests {
    private static final String ORDER =
            "{\"id\":7,\"total\":12.50,\"items\":[{\"name\":\"tea\"},{\"name\":\"milk\"}],\"note\":null}";

    private static Reply reply(String body) {
        try (RawServer server = RawServer.saying(RawServer.ok(body));
                Service service = new Service("127.0.0.1", server.port())) {
            return service.get("/thing").send();
        }
    }

    @Test
    void takesWhatIsEqual() {
        reply(ORDER)
                .hasJson("""
                        {"note": null, "total": 12.5, "id": 7.0, "items": [{"name": "tea"}, {"name": "milk"}]}
                        """)
                .hasJsonContaining(Map.of("id", 7, "items", List.of(Map.of(), Map.of("name", "milk"))));
        reply("[1,2]").hasJson(List.of(1, 2));
        reply("null").hasJson(null);
        reply("123456789012345678901234567890.123456789").hasJson("123456789012345678901234567890.1234567890");
    }

    @Test
    void namesEachPlaceThatDiffers() {
        fails(() -> reply(ORDER).hasJson("""
                        {"id": 7, "total": 12.51, "items": [{"name": "tea"}, {"name": "a/b"}, 3], "holder": {"na/me": 1}}
                        """), """
                GET /thing → expected other JSON:
                  /total: expected 12.51 but was 12.50
                  /items/1/name: expected "a/b" but was "milk"
                  /items/2: missing, expected 3
                  /holder: missing, expected {"na/me":1}
                  /note: not expected, was null
                , body: {""");
        fails(
                () -> reply(ORDER).hasJsonContaining(Map.of("items", List.of())),
                "/items/0: not expected, was {\"name\":\"tea\"}");
        fails(
                () -> reply("{\"a/b\":1}").hasJson(Map.of("a/b", "1")),
                "expected other JSON: /a~1b: expected \"1\" but was 1, body");
        fails(() -> reply("[]").hasJson(Map.of()), "expected other JSON: the whole: expected {} but was []");
        fails(() -> reply("{").hasJson(Map.of()), "expected a JSON body");
    }

    @Test
    void keepsAnEndlessDifferenceShort() {
        fails(
                () -> reply("[" + "1,".repeat(500) + "1]").hasJson(List.of()),
                "/9: not expected, was 1\n  and 491 more\n");
    }

    @Test
    void namesAMistakeOfTheExam() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reply(ORDER).hasJson("{\"id\":"))
                .withMessageStartingWith("The expected JSON cannot be read");
    }

    private static void fails(Runnable assertion, String message) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion::run)
                .withMessageContaining(message);
    }
}

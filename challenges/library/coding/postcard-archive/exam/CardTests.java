import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("validation")
@Timeout(60)
class CardTests {
    private final Archive archive;
    private final String country = Archive.freshCountry();
    private final Map<String, Object> card = Archive.card(country, Archive.freshDay());

    CardTests(Service service) {
        this.archive = new Archive(service);
    }

    @Test
    @Visible
    @DisplayName("A card can be added, looked at, and thrown out")
    void keepsCards() {
        Map<String, Object> accented = Archive.card(country, " São João ", "It's “here”; 100% ☂️\nWhere?");

        Reply added = archive.add(accented).hasStatus(201).hasContentType("application/json");

        long id = added.number("id");
        added.header("Location").isEqualTo("/postcards/" + id);
        archive.look(id).hasStatus(200).field("").isEqualTo(Archive.with(accented, "id", (int) id));
        archive.delete(id).hasStatus(204);
        archive.look(id).hasStatus(404);
        archive.delete(id).hasStatus(404);
    }

    @Test
    @DisplayName("Where there is no card, the answer is 404, whatever stands in the place of the number")
    void knowsNoOtherCards() {
        for (String id : List.of("0", "-1", "987654321", "99999999999999999999999", "Siena", "1.5", "1e3", "%27")) {
            archive.look(id).hasStatus(404);
            archive.delete(id).hasStatus(404);
        }
    }

    @Test
    @DisplayName("A card with a field that is missing or not as described answers 400, and is not kept")
    void refusesBadCards() {
        for (String field : card.keySet()) {
            List<Object> values = new ArrayList<>(Arrays.asList(null, "", 7, true, List.of("fr")));
            switch (field) {
                case "place" -> values.add("x".repeat(81));
                case "message" -> values.add("x".repeat(501));
                case "country" -> values.addAll(List.of("f", "fra", "FR", "f1", "fr\n", "fr,it"));
                default -> values.addAll(List.of("1931-02-29", "1931-13-01", "4 July 1931", "1931-07-04T00:00:00Z", "1931-7-4"));
            }
            for (Object value : values) {
                archive.add(Archive.with(card, field, value)).hasStatus(400);
            }
        }
        for (String body : List.of("", "{\"place\":", "[]", "\"card\"", "7", "null")) {
            archive.call("POST", "/postcards").body("application/json", body).send().hasStatus(400);
        }
        archive.page("country", country).hasStatus(200).field("total").isEqualTo(0);
        Map<String, Object> longest = Archive.with(Archive.with(card, "place", "x".repeat(80)), "message", "é".repeat(500));
        archive.add(Archive.with(longest, "stamp", "30 centimes")).hasStatus(201);
    }

    @Test
    @Visible
    @DisplayName("A parameter that is not as described answers 400")
    void refusesBadParameters() {
        String word = Fresh.word();
        Map.of(
                        "limit", List.of("0", "101", "-5", "1000000", "ten", "1.5", "2x"),
                        "order", List.of("random", "Newest", "sent_on"),
                        "country", List.of("France", "fr,France", "FR", "f' or 'a'='a"),
                        "from", List.of("1931-02-30", "yesterday", "1931"),
                        "to", List.of("1931-00-01", "04.07.1931", "infinity"))
                .forEach((name, values) ->
                        values.forEach(value -> archive.page(name, value, "q", word).hasStatus(400)));
        archive.page("q", "x".repeat(101)).hasStatus(400);
        archive.page("q", word + "é".repeat(92)).hasStatus(200);
    }

    @Test
    @DisplayName("The character U+0000 answers 400")
    void refusesWhatCannotBeStored() {
        archive.add(Archive.with(card, "message", "A\u0000B")).hasStatus(400);
        archive.add(Archive.with(card, "place", "A\u0000B")).hasStatus(400);
        archive.page("q", "a\u0000b").hasStatus(400);
    }

    @Test
    @DisplayName("Every refusal says why")
    void explainsEveryRefusal() {
        explains(archive.add(Map.of()), 400);
        explains(archive.page("limit", 0), 400);
        explains(archive.next(Fresh.word(), "country", country), 400);
        explains(archive.look("987654321"), 404);
        explains(archive.delete("Siena"), 404);
    }

    private static void explains(Reply refusal, int status) {
        refusal.hasStatus(status).hasContentType("application/json");
        if (refusal.text("error").isBlank()) {
            throw refusal.failure("expected the field error to say why");
        }
    }
}

import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the tests do at the desk again and again. */
final class Desk {
    /** Noon at the desk, so that the day is the same in Brisbane and in UTC. */
    static final String ARRIVED = "2031-03-06T02:00:00Z";

    static final String DUE = "2031-03-13";

    /** Before the parcel is due. */
    static final String IN_TIME = "2031-03-10T02:00:00Z";

    private final Service service;

    Desk(Service service) {
        this.service = service;
    }

    /** In lower case, with a letter at its beginning. */
    static String freshFlat() {
        return "k" + Fresh.word(7);
    }

    /** Fields of a registration that has nothing special about it. */
    static Map<String, Object> fields(String flat) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("flat", flat);
        fields.put("recipient", "Ida " + Fresh.word());
        fields.put("arrivedAt", ARRIVED);
        return fields;
    }

    static Map<String, Object> fields(String flat, String field, Object value) {
        Map<String, Object> fields = fields(flat);
        fields.put(field, value);
        return fields;
    }

    Reply register(Map<String, ?> fields) {
        return service.post("/parcels").json(fields).send();
    }

    Reply registered(Map<String, ?> fields) {
        return register(fields).hasStatus(201);
    }

    Reply look(long id) {
        return service.get("/parcels/" + id).send();
    }

    Reply move(long id, Object flat) {
        return service.patch("/parcels/" + id).json(Map.of("flat", flat)).send();
    }

    Reply addNote(long id, Object text) {
        return service.post("/parcels/" + id + "/notes").json(Map.of("text", text)).send();
    }

    Reply collect(long id, Object code, Object at) {
        return service.post("/parcels/" + id + "/collection")
                .json(Map.of("code", code, "at", at))
                .send();
    }

    /** Collects with the code that the registration gave. */
    Reply collect(Reply registration, String at) {
        return collect(registration.number("id"), registration.text("code"), at);
    }

    /** The fee for a parcel that arrived and is collected at these instants. */
    String fee(String arrivedAt, String collectedAt) {
        Reply parcel = registered(fields(freshFlat(), "arrivedAt", arrivedAt));
        return collect(parcel, collectedAt).hasStatus(200).text("fee");
    }

    Call list(String parameters) {
        return service.get("/parcels?" + parameters);
    }

    Reply summary(String flat) {
        return service.get("/flats/" + flat + "/summary").send();
    }

    void shows(String flat, int waiting, String owed) {
        Reply summary = summary(flat).hasStatus(200);
        summary.field("waiting").isEqualTo(waiting);
        summary.field("owed").isEqualTo(owed);
    }

    /** The ids of the parcels in an answer to a list. */
    static List<Long> ids(Reply list) {
        return IntStream.range(0, list.list("items").size())
                .mapToObj(i -> list.number("/items/" + i + "/id"))
                .toList();
    }
}

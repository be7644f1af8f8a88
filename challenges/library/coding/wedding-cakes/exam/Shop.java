import dev.assay.exam.Answer;
import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Request;
import dev.assay.exam.Service;
import dev.assay.exam.Signatures;
import dev.assay.exam.ThirdParty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of the shop and the provider, as the tests play them. */
final class Shop {
    private final Service service;
    private final ThirdParty payments;

    Shop(Service service, ThirdParty payments) {
        this.service = service;
        this.payments = payments;
    }

    static Answer charged() {
        return Answer.json(201, Map.of("charge", "ch_" + Fresh.word()));
    }

    static String key() {
        return "page-" + Fresh.word();
    }

    static Map<String, Object> cake() {
        return Map.of("cake", "Cake " + Fresh.word(), "cents", Fresh.number(100, 90_000));
    }

    Call ordering(String key, Map<String, ?> cake) {
        return service.post("/orders").header("Idempotency-Key", key).json(cake);
    }

    /** As another page writes it. */
    Call orderingAnew(String key, Map<String, Object> cake) {
        return service.post("/orders").header("Idempotency-Key", key).body("application/json", json(cake));
    }

    /** An order that the provider has taken. */
    String ordered() {
        payments.on("POST", "/charges", charged());
        return ordering(key(), cake()).send().hasStatus(201).text("id");
    }

    /** What the provider was asked for this order. */
    List<Request> charges(String order) {
        return payments.requests("POST", "/charges").stream()
                .filter(charge -> charge.text("order").equals(order))
                .toList();
    }

    /** As the provider wants it. */
    static void hasKey(Request charge) {
        charge.header("Idempotency-Key").hasSizeBetween(1, 64);
    }

    static String keyOf(Request charge) {
        return charge.headerValue("Idempotency-Key").orElse("none");
    }

    Reply look(String order) {
        return service.get("/orders/" + order).send().hasStatus(200);
    }

    Call event(String type, String order, Object... more) {
        return eventOf("ev_" + Fresh.word(), type, order, more);
    }

    Call eventOf(String event, String type, String order, Object... more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("event", event);
        body.put("type", type);
        body.put("order", order);
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return signed(json(body));
    }

    Call signed(String body) {
        return webhook(body).header("Signature", Signatures.hmacSha256(payments.secret(), body));
    }

    Call webhook(String body) {
        return service.post("/webhooks/payments").body("application/json", body);
    }

    /** Spaced as nobody's serializer does it: who signs what a parser made of the body does not get far. */
    private static String json(Map<String, Object> body) {
        StringBuilder text = new StringBuilder("{");
        body.forEach((name, value) -> text.append(text.length() == 1 ? " " : " , ")
                .append('"')
                .append(name)
                .append("\" :  ")
                .append(value instanceof String string ? '"' + string + '"' : value));
        return text.append(" }").toString();
    }
}

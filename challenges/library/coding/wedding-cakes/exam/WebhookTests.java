import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Answer;
import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Signatures;
import dev.assay.exam.ThirdParty;
import dev.assay.exam.Uses;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("webhooks")
class WebhookTests {
    private final Service service;
    private final ThirdParty payments;
    private final Shop shop;

    WebhookTests(Service service, @Uses("payments") ThirdParty payments) {
        this.service = service;
        this.payments = payments;
        this.shop = new Shop(service, payments);
    }

    @Test
    @Visible
    @DisplayName("An order is paid or failed when the provider says so")
    void hearsWhatBecameOfACharge() {
        String paid = shop.ordered();
        String failed = shop.ordered();

        shop.event("paid", paid).send().hasStatus(204);
        shop.event("failed", failed).send().hasStatus(204);

        shop.look(paid).field("status").isEqualTo("paid");
        shop.look(failed).field("status").isEqualTo("failed");
    }

    @Test
    @Weight(2)
    @DisplayName("Without the right signature nothing changes")
    void refusesAForgedEvent() {
        String id = shop.ordered();
        String body = "{\"event\":\"ev_" + Fresh.word() + "\",\"type\":\"paid\",\"order\":\"" + id + "\"}";
        String other = body.replace("paid", "failed");

        shop.webhook(body).send().hasStatus(401);
        shop.webhook(body.replace(id, Fresh.word())).send().hasStatus(401);
        shop.webhook(body).header("Signature", "").send().hasStatus(401);
        shop.webhook(body)
                .header("Signature", Signatures.hmacSha256(payments.secret(), other))
                .send()
                .hasStatus(401);
        shop.webhook(body)
                .header("Signature", Signatures.hmacSha256("PAYMENTS_SECRET", body))
                .send()
                .hasStatus(401);

        shop.look(id).field("status").isEqualTo("processing");
        shop.signed(body).send().hasStatus(204);
        shop.look(id).field("status").isEqualTo("paid");
    }

    @Test
    @DisplayName("Refunds add up, and leave the status as it is")
    void addsUpRefunds() {
        String id = shop.ordered();
        int first = Fresh.number(10, 50);
        int second = Fresh.number(10, 50);

        shop.event("refunded", id, "cents", first, "reason", "zu süß").send().hasStatus(204);
        shop.look(id).field("status").isEqualTo("processing");
        shop.event("paid", id).send().hasStatus(204);
        shop.event("refunded", id, "cents", second).send().hasStatus(204);

        Reply order = shop.look(id);
        order.field("refundedCents").isEqualTo(first + second);
        order.field("status").isEqualTo("paid");
    }

    @Test
    @DisplayName("An event that comes again does nothing more")
    void countsAnEventOnce() {
        String id = shop.ordered();
        String event = "ev_" + Fresh.word();
        shop.eventOf(event, "refunded", id, "cents", 30).send().hasStatus(204);

        shop.eventOf(event, "refunded", id, "cents", 30).send().hasStatus(204);

        shop.look(id).field("refundedCents").isEqualTo(30);
    }

    @Test
    @Weight(2)
    @DisplayName("The same event several times at once counts once")
    void countsAnEventOnceAtTheSameTime() {
        String id = shop.ordered();
        for (int round = 1; round <= 3; round++) {
            String event = "ev_" + Fresh.word();

            service.concurrently(
                    8, _ -> shop.eventOf(event, "refunded", id, "cents", 30).send().hasStatus(204));

            shop.look(id).field("refundedCents").isEqualTo(30 * round);
        }
    }

    @Test
    @DisplayName("Paid is paid, whether the order fails before or after")
    void doesNotFailWhatIsPaid() {
        for (List<String> events : List.of(List.of("paid", "failed"), List.of("failed", "paid"))) {
            String id = shop.ordered();

            events.forEach(event -> shop.event(event, id).send().hasStatus(204));

            shop.look(id).field("status").isEqualTo("paid");
        }
    }

    @Test
    @Weight(2)
    @DisplayName("An event that overtakes the provider's answer is not forgotten")
    void hearsAnEventBeforeTheAnswer() {
        List<String> types = List.of("refunded", "paid", "failed");
        payments.on("POST", "/charges", charge -> {
            // The same event when it is asked once more.
            String order = charge.text("order");
            String type = types.get((int) charge.number("cents") - 100);
            shop.eventOf("ev_" + order, type, order, "cents", 20).send().hasStatus(204);
            return Shop.charged();
        });

        List<String> ids = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            Map<String, Object> cake = Map.of("cake", "Sacher", "cents", 100 + i);
            ids.add(shop.ordering(Shop.key(), cake).send().hasStatus(201).text("id"));
        }

        shop.look(ids.get(0)).hasJsonContaining(Map.of("status", "processing", "refundedCents", 20));
        shop.look(ids.get(1)).field("status").isEqualTo("paid");
        shop.look(ids.get(2)).field("status").isEqualTo("failed");
    }

    @Test
    @DisplayName("An event that comes in place of an answer is not forgotten either")
    void hearsAnEventInPlaceOfTheAnswer() {
        for (String become : List.of("paid", "failed")) {
            String key = Shop.key();
            Map<String, Object> cake = Shop.cake();
            payments.on("POST", "/charges", charge -> {
                shop.event(become, charge.text("order")).send().hasStatus(204);
                return Answer.status(503);
            });

            String id = shop.ordering(key, cake).send().hasStatusIn(201, 503).text("id");

            shop.look(id).field("status").isEqualTo(become);
            shop.ordering(key, cake).send().hasStatus(201).field("id").isEqualTo(id);
        }
    }

    @Test
    @DisplayName("An event after all attempts have failed tells what became of the charge, and nobody asks again")
    void hearsOfAnUnconfirmedCharge() {
        payments.on("POST", "/charges", Answer.status(503));
        for (String become : List.of("paid", "failed")) {
            String key = Shop.key();
            Map<String, Object> cake = Shop.cake();
            String id = shop.ordering(key, cake).send().hasStatus(503).text("id");
            int attempts = shop.charges(id).size();

            shop.event(become, id).send().hasStatus(204);

            shop.look(id).field("status").isEqualTo(become);
            shop.ordering(key, cake).send().hasStatus(201).field("status").isEqualTo(become);
            assertThat(shop.charges(id)).as("attempts to charge").hasSize(attempts);
        }
    }

    @Test
    @DisplayName("An unknown order answers 404, an unknown type 204")
    void answersWhatItDoesNotKnow() {
        String id = shop.ordered();

        shop.event("paid", id + Fresh.word()).send().hasStatus(404);
        shop.event("celebrated", id).send().hasStatus(204);

        shop.look(id).field("status").isEqualTo("processing");
    }
}

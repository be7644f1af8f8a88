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
    }

    @Test
    @DisplayName("Refunds add up, and leave the order paid")
    void addsUpRefunds() {
        String id = shop.ordered();
        int first = Fresh.number(10, 50);
        int second = Fresh.number(10, 50);
        shop.event("paid", id).send().hasStatus(204);

        shop.event("refunded", id, "cents", first).send().hasStatus(204);
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
    @DisplayName("A paid order does not fail any more")
    void doesNotFailWhatIsPaid() {
        String id = shop.ordered();
        shop.event("paid", id).send().hasStatus(204);

        shop.event("failed", id).send().hasStatus(204);

        shop.look(id).field("status").isEqualTo("paid");
    }

    @Test
    @Weight(2)
    @DisplayName("An event that overtakes the provider's answer is not forgotten")
    void hearsAnEventBeforeTheAnswer() {
        payments.on("POST", "/charges", charge -> {
            shop.event("paid", charge.text("order")).send().hasStatus(204);
            return Shop.charged();
        });

        String id = shop.ordering(Shop.key(), Shop.cake()).send().hasStatus(201).text("id");

        shop.look(id).field("status").isEqualTo("paid");
    }

    @Test
    @DisplayName("An event after all attempts have failed tells what became of the charge")
    void hearsOfAnUnconfirmedCharge() {
        payments.on("POST", "/charges", Answer.status(503));
        String id = shop.ordering(Shop.key(), Shop.cake()).send().hasStatus(503).text("id");

        shop.event("paid", id).send().hasStatus(204);

        shop.look(id).field("status").isEqualTo("paid");
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

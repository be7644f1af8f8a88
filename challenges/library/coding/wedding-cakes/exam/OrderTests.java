import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Answer;
import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Request;
import dev.assay.exam.Service;
import dev.assay.exam.ThirdParty;
import dev.assay.exam.Uses;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("payments")
class OrderTests {
    private final Service service;
    private final ThirdParty payments;
    private final Shop shop;

    OrderTests(Service service, @Uses("payments") ThirdParty payments) {
        this.service = service;
        this.payments = payments;
        this.shop = new Shop(service, payments);
    }

    @Test
    @Visible
    @DisplayName("An order is charged, and then processing")
    void chargesAnOrder() {
        Map<String, Object> cake = Shop.cake();
        payments.on("POST", "/charges", Shop.charged());

        Reply order = shop.ordering(Shop.key(), cake).send().hasStatus(201);

        order.field("status").isEqualTo("processing");
        order.hasJsonContaining(cake);
        order.field("refundedCents").isEqualTo(0);
        Request charge = theCharge();
        charge.header("Authorization").isEqualTo("Bearer " + payments.secret());
        charge.field("order").isEqualTo(order.text("id"));
        charge.field("cents").isEqualTo(cake.get("cents"));
        assertThat(charge.headerValue("Idempotency-Key")).as("an Idempotency-Key for the provider").isPresent();
    }

    @Test
    @Visible
    @DisplayName("An order can be looked at; an unknown one answers 404")
    void showsAnOrder() {
        String id = shop.ordered();

        shop.look(id).field("status").isEqualTo("processing");
        service.get("/orders/" + id + Fresh.word()).send().hasStatus(404);
    }

    @Test
    @Visible
    @DisplayName("A declined card answers 402, and the order is declined")
    void tellsThatTheCardWasDeclined() {
        payments.on("POST", "/charges", Answer.json(402, Map.of("error", "card_declined")));

        Reply order = shop.ordering(Shop.key(), Shop.cake()).send().hasStatus(402);

        shop.look(order.text("id")).field("status").isEqualTo("declined");
    }

    @Test
    @DisplayName("What is no order answers 400 and charges nothing")
    void refusesWhatIsNoOrder() {
        payments.on("POST", "/charges", Shop.charged());
        Map<String, Object> noCake = new HashMap<>(Shop.cake());
        noCake.put("cake", "");

        shop.ordering(Shop.key(), noCake).send().hasStatus(400);
        for (Object cents : List.of(0, -5, 12.5, "100", 1_000_001)) {
            shop.ordering(Shop.key(), Map.of("cake", "Sacher", "cents", cents)).send().hasStatus(400);
        }
        service.post("/orders").json(Shop.cake()).send().hasStatus(400);
        service.post("/orders")
                .header("Idempotency-Key", Shop.key())
                .body("application/json", "{\"cake\": ")
                .send()
                .hasStatus(400);
        assertThat(payments.requests()).as("what the provider was asked").isEmpty();
    }

    @Test
    @DisplayName("The same order with the same key is one order and one charge")
    void knowsAnOrderByItsKey() {
        String key = Shop.key();
        Map<String, Object> cake = Shop.cake();
        payments.on("POST", "/charges", Shop.charged());
        String id = shop.ordering(key, cake).send().hasStatus(201).text("id");
        shop.event("paid", id).send().hasStatus(204);

        Reply again = shop.ordering(key, cake).send().hasStatus(201);

        again.field("id").isEqualTo(id);
        again.field("status").isEqualTo("paid");
        theCharge();
    }

    @Test
    @DisplayName("A declined order is declined again without asking the provider")
    void knowsADeclinedOrderByItsKey() {
        String key = Shop.key();
        Map<String, Object> cake = Shop.cake();
        payments.on("POST", "/charges", Answer.status(402), Shop.charged());
        String id = shop.ordering(key, cake).send().hasStatus(402).text("id");

        shop.ordering(key, cake).send().hasStatus(402).field("id").isEqualTo(id);

        theCharge();
    }

    @Test
    @DisplayName("The same key with another order answers 409")
    void refusesAKeyForAnotherOrder() {
        String key = Shop.key();
        Map<String, Object> cake = Shop.cake();
        payments.on("POST", "/charges", Shop.charged());
        String id = shop.ordering(key, cake).send().hasStatus(201).text("id");
        Map<String, Object> dearer = new HashMap<>(cake);
        dearer.put("cents", (Integer) cake.get("cents") + 1);

        shop.ordering(key, dearer).send().hasStatus(409);

        shop.look(id).field("cents").isEqualTo(cake.get("cents"));
        theCharge();
    }

    @Test
    @Weight(2)
    @DisplayName("The same order sent several times at once is charged once")
    void chargesOnceForOrdersAtTheSameTime() {
        String key = Shop.key();
        Map<String, Object> cake = Shop.cake();
        payments.on("POST", "/charges", Shop.charged().after(Duration.ofMillis(200)));

        List<Reply> replies =
                service.concurrently(8, _ -> shop.ordering(key, cake).send().hasStatus(201));

        assertThat(replies.stream().map(reply -> reply.text("id")).distinct())
                .as("the orders for one key")
                .hasSize(1);
        theCharge();
    }

    @Test
    @DisplayName("Different orders never share a key with the provider")
    void givesEachOrderAKeyOfItsOwn() {
        Map<String, Object> cake = Shop.cake();
        payments.on("POST", "/charges", _ -> Shop.charged());

        List<Reply> replies = service.concurrently(
                6, _ -> shop.ordering(Shop.key(), cake).send().hasStatus(201));

        assertThat(replies.stream().map(reply -> reply.text("id"))).as("ids of orders").doesNotHaveDuplicates();
        assertThat(payments.requests("POST", "/charges").stream()
                        .map(charge -> charge.headerValue("Idempotency-Key").orElse("none")))
                .as("keys that the provider got")
                .hasSize(6)
                .doesNotHaveDuplicates();
    }

    private Request theCharge() {
        List<Request> charges = payments.requests("POST", "/charges");
        assertThat(charges).as("what the provider was asked").hasSize(1);
        return charges.getFirst();
    }
}

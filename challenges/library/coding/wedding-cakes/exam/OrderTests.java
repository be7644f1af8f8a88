import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Answer;
import dev.assay.exam.Call;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("payments")
class OrderTests {
    /** For one order. A service that finds this machine silent for a second has to ask again. */
    private static final int MOST_ATTEMPTS = 3;

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

        Reply order = shop.ordering(Shop.key(), cake).send().hasStatus(201).hasContentType("application/json");

        order.field("status").isEqualTo("processing");
        order.hasJsonContaining(cake);
        order.field("refundedCents").isEqualTo(0);
        Request charge = theCharge();
        charge.header("Authorization").isEqualTo("Bearer " + payments.secret());
        charge.field("order").isEqualTo(order.text("id"));
        charge.field("cents").isEqualTo(cake.get("cents"));
        charge.header("Content-Type").startsWith("application/json");
        Shop.hasKey(charge);
    }

    @Test
    @Visible
    @DisplayName("An order can be looked at; an unknown one answers 404")
    void showsAnOrder() {
        Map<String, Object> cake = Shop.cake();
        payments.on("POST", "/charges", Shop.charged());
        String id = shop.ordering(Shop.key(), cake).send().hasStatus(201).text("id");

        Reply order = shop.look(id).hasContentType("application/json").hasJsonContaining(cake);
        order.hasJsonContaining(Map.of("id", id, "status", "processing", "refundedCents", 0));
        service.get("/orders/" + id + Fresh.word()).send().hasStatus(404);
    }

    @Test
    @Visible
    @DisplayName("A declined card answers 402, and the order is declined")
    void tellsThatTheCardWasDeclined() {
        Map<String, Object> cake = Shop.cake();
        payments.on("POST", "/charges", Answer.json(402, Map.of("error", "card_declined")));

        Reply order = shop.ordering(Shop.key(), cake).send().hasStatus(402).hasJsonContaining(cake);

        order.field("status").isEqualTo("declined");
        shop.look(order.text("id")).field("status").isEqualTo("declined");
    }

    @Test
    @DisplayName("What is no order answers 400 and charges nothing")
    void refusesWhatIsNoOrder() {
        payments.on("POST", "/charges", Shop.charged());

        for (Object cake : List.of("", "S".repeat(201), 7)) {
            shop.ordering(Shop.key(), Map.of("cake", cake, "cents", 100)).send().hasStatus(400);
        }
        for (Object cents : List.of(0, -5, 12.5, "100", true, 1_000_001)) {
            shop.ordering(Shop.key(), Map.of("cake", "Sacher", "cents", cents)).send().hasStatus(400);
        }
        for (String body : List.of("{\"cake\": ", "{\"cake\": \"Sacher\"}", "{\"cents\": 100}", "[]", "null")) {
            service.post("/orders")
                    .header("Idempotency-Key", Shop.key())
                    .body("application/json", body)
                    .send()
                    .hasStatus(400);
        }
        service.post("/orders").json(Shop.cake()).send().hasStatus(400);
        for (String key : List.of("", Fresh.word(65))) {
            shop.ordering(key, Shop.cake()).send().hasStatus(400);
        }
        assertThat(payments.requests()).as("what the provider was asked").isEmpty();
    }

    @Test
    @DisplayName("The longest and the shortest order are orders, in whatever letters")
    void takesOrdersUpToTheLimits() {
        payments.on("POST", "/charges", _ -> Shop.charged());
        Map<String, Object> longest = Map.of("cake", Fresh.word(100) + "ü".repeat(100), "cents", 1_000_000);

        Reply order = shop.ordering(Fresh.word(64), longest).send().hasStatus(201);
        shop.ordering(Fresh.word(1), Map.of("cake", "é", "cents", 1)).send().hasStatus(201);

        shop.look(order.text("id")).hasJsonContaining(longest);
        payments.requests("POST", "/charges").forEach(Shop::hasKey);
    }

    @Test
    @DisplayName("The same order with the same key is one order and one charge")
    void knowsAnOrderByItsKey() {
        payments.on("POST", "/charges", _ -> Shop.charged());
        for (String become : List.of("paid", "failed")) {
            String key = Shop.key();
            Map<String, Object> cake = Shop.cake();
            String id = shop.ordering(key, cake).send().hasStatus(201).text("id");
            shop.event(become, id).send().hasStatus(204);

            for (Call repetition : repetitions(key, cake)) {
                Reply again = repetition.send().hasStatus(201);

                again.field("id").isEqualTo(id);
                again.field("status").isEqualTo(become);
            }
            assertThat(shop.charges(id)).as("what the provider was asked").hasSizeBetween(1, MOST_ATTEMPTS);
        }
    }

    @Test
    @DisplayName("A declined order is declined again without asking the provider")
    void knowsADeclinedOrderByItsKey() {
        String key = Shop.key();
        Map<String, Object> cake = Shop.cake();
        payments.on("POST", "/charges", Answer.status(402));
        String id = shop.ordering(key, cake).send().hasStatus(402).text("id");

        for (Call repetition : repetitions(key, cake)) {
            repetition.send().hasStatus(402).field("id").isEqualTo(id);
        }

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
        Map<String, Object> another = new HashMap<>(cake);
        another.put("cake", "Another " + cake.get("cake"));

        shop.ordering(key, dearer).send().hasStatus(409);
        shop.ordering(key, another).send().hasStatus(409);

        shop.look(id).hasJsonContaining(cake);
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
    @Timeout(30)
    @DisplayName("An order does not wait for the provider's answer to another")
    void chargesDifferentOrdersAtTheSameTime() {
        Set<String> asked = ConcurrentHashMap.newKeySet();
        CountDownLatch both = new CountDownLatch(2);
        // Silent until it has heard of both.
        payments.on("POST", "/charges", charge -> {
            if (asked.add(charge.text("order"))) {
                both.countDown();
            }
            return isOpen(both) ? Shop.charged() : Answer.hangs();
        });

        service.concurrently(
                2,
                _ -> shop.ordering(Shop.key(), Shop.cake())
                        .timeout(Duration.ofSeconds(15))
                        .send()
                        .hasStatus(201));
    }

    @Test
    @DisplayName("Different orders never share a key with the provider")
    void givesEachOrderAKeyOfItsOwn() {
        Map<String, Object> cake = Shop.cake();
        payments.on("POST", "/charges", _ -> Shop.charged());

        List<Reply> replies = service.concurrently(
                6, _ -> shop.ordering(Shop.key(), cake).send().hasStatus(201));

        assertThat(replies.stream().map(reply -> reply.text("id"))).as("ids of orders").doesNotHaveDuplicates();
        assertThat(payments.requests("POST", "/charges").stream().map(Shop::keyOf).distinct())
                .as("keys that the provider got")
                .hasSize(6);
    }

    /** Enough to show whether the provider is asked for them: with the first attempt, that would be too many. */
    private List<Call> repetitions(String key, Map<String, Object> cake) {
        return List.of(shop.ordering(key, cake), shop.orderingAnew(key, cake), shop.ordering(key, cake));
    }

    private static boolean isOpen(CountDownLatch latch) {
        try {
            return latch.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Once, or again because the answer did not come in time: the same charge, with the same key. */
    private Request theCharge() {
        List<Request> charges = payments.requests("POST", "/charges");
        assertThat(charges).as("what the provider was asked").hasSizeBetween(1, MOST_ATTEMPTS);
        assertThat(charges.stream()
                        .map(charge -> List.of(charge.text("order"), charge.number("cents"), Shop.keyOf(charge)))
                        .distinct())
                .as("the orders, cents and keys that the provider was asked for")
                .hasSize(1);
        return charges.getFirst();
    }
}

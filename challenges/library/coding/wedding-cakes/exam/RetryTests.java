import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Answer;
import dev.assay.exam.Category;
import dev.assay.exam.Reply;
import dev.assay.exam.Request;
import dev.assay.exam.Service;
import dev.assay.exam.ThirdParty;
import dev.assay.exam.Uses;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("retries")
class RetryTests {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Service service;
    private final ThirdParty payments;
    private final Shop shop;

    RetryTests(Service service, @Uses("payments") ThirdParty payments) {
        this.service = service;
        this.payments = payments;
        this.shop = new Shop(service, payments);
    }

    @Test
    @Visible
    @DisplayName("An error of the provider is tried again")
    void triesAgainAfterAnError() {
        payments.on("POST", "/charges", Answer.status(503), Shop.charged());

        Reply order = shop.ordering(Shop.key(), Shop.cake()).send().hasStatus(201);

        order.field("status").isEqualTo("processing");
        // As everywhere below: a service that finds this machine silent for a second asks once more.
        assertThat(shop.charges(order.text("id"))).as("attempts to charge").hasSizeBetween(2, 3);
    }

    @Test
    @DisplayName("All attempts for an order have the same key")
    void triesTheSameCharge() {
        payments.on("POST", "/charges", Answer.status(500), Answer.status(502), Shop.charged());

        String id = shop.ordering(Shop.key(), Shop.cake()).send().hasStatusIn(201, 503).text("id");

        assertOneKey(shop.charges(id), 3, 3);
    }

    @Test
    @DisplayName("A connection that is closed without an answer is tried again")
    void triesAgainAfterAClosedConnection() {
        payments.on("POST", "/charges", Answer.closes(), Shop.charged());

        shop.ordering(Shop.key(), Shop.cake()).timeout(PATIENCE).send().hasStatus(201);
    }

    @Test
    @DisplayName("An answer that is cut off is tried again")
    void triesAgainAfterHalfAnAnswer() {
        payments.on("POST", "/charges", Shop.charged().truncated(), Shop.charged());

        String id = shop.ordering(Shop.key(), Shop.cake()).timeout(PATIENCE).send().hasStatus(201).text("id");

        assertThat(shop.charges(id)).as("attempts to charge").hasSizeBetween(2, 3);
    }

    @Test
    @Timeout(30)
    @DisplayName("An answer within the second is waited for; a late one is given up and asked for again")
    void waitsForOneSecond() {
        AtomicInteger asked = new AtomicInteger();
        payments.on("POST", "/charges", charge -> {
            if (charge.number("cents") == 1) {
                return Shop.charged().after(Duration.ofMillis(600));
            }
            return asked.getAndIncrement() == 0 ? Answer.status(402).after(Duration.ofSeconds(3)) : Shop.charged();
        });

        service.concurrently(
                2,
                i -> shop.ordering(Shop.key(), Map.of("cake", "Sacher", "cents", 1 + i))
                        .timeout(PATIENCE)
                        .send()
                        .hasStatus(201));
    }

    @Test
    @DisplayName("After three attempts the order is unconfirmed")
    void asksThreeTimes() {
        Map<String, Object> cake = Shop.cake();
        payments.on("POST", "/charges", Answer.status(503), Shop.charged().truncated());

        Reply order = shop.ordering(Shop.key(), cake).timeout(PATIENCE).send().hasStatus(503);

        order.hasJsonContaining(cake);
        order.field("status").isEqualTo("unconfirmed");
        assertThat(shop.charges(order.text("id"))).as("attempts to charge").hasSize(3);
    }

    @Test
    @Weight(2)
    @DisplayName("An unconfirmed order that comes again is the same charge")
    void goesOnWithAnUnconfirmedOrder() {
        String key = Shop.key();
        Map<String, Object> cake = Shop.cake();
        payments.on("POST", "/charges", Answer.status(503));
        String id = shop.ordering(key, cake).send().hasStatus(503).text("id");
        shop.ordering(key, cake).send().hasStatus(503);
        assertOneKey(shop.charges(id), 6, 6);
        payments.on("POST", "/charges", Shop.charged());

        Reply again = shop.ordering(key, cake).send().hasStatus(201);

        again.field("id").isEqualTo(id);
        again.field("status").isEqualTo("processing");
        assertOneKey(shop.charges(id), 7, 9);
    }

    @Test
    @DisplayName("A decline is an answer, and not tried again")
    void takesADeclineForAnAnswer() {
        Set<String> asked = ConcurrentHashMap.newKeySet();
        payments.on("POST", "/charges", charge -> Answer.status(asked.add(charge.text("order")) ? 500 : 402));

        List<Integer> attempts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Reply order = shop.ordering(Shop.key(), Shop.cake()).send().hasStatus(402);
            order.field("status").isEqualTo("declined");
            attempts.add(shop.charges(order.text("id")).size());
        }

        assertThat(attempts)
                .as("attempts to charge each of three orders: an error, and then a decline")
                .contains(2);
    }

    private static void assertOneKey(List<Request> attempts, int least, int most) {
        assertThat(attempts).as("attempts to charge").hasSizeBetween(least, most);
        assertThat(attempts.stream().map(Shop::keyOf).distinct())
                .as("keys of the attempts for one order")
                .hasSize(1);
    }
}

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("validation")
class ValidationTests {
    private static final int MOST = 1_000_000;

    private final Service service;
    private final Shop shop;

    ValidationTests(Service service) {
        this.service = service;
        this.shop = new Shop(service);
    }

    @Test
    @Visible
    @DisplayName("An amount that is not a whole number from 1 to 1,000,000 answers 400")
    void refusesBadAmounts() {
        String pupil = shop.openWith(MOST);
        shop.deposit(Shop.freshKey(), pupil, MOST).hasStatus(201);
        String till = shop.open();

        shop.moving("/accounts/" + pupil + "/deposits", Shop.freshKey(), Map.of()).send().hasStatus(400);
        for (Object amount : List.of(0, -1, MOST + 1, 1.5, "100", true, List.of(100))) {
            shop.deposit(Shop.freshKey(), pupil, amount).hasStatus(400);
            shop.transfer(pupil, till, amount).hasStatus(400);
        }

        shop.has(pupil, 2 * MOST);
    }

    @Test
    @Visible
    @DisplayName("A request that moves money needs a key of at most 100 characters")
    void requiresKeys() {
        String pupil = shop.openWith(500);
        String till = shop.open();
        Map<String, ?> transfer = Map.of("from", pupil, "to", till, "amount", 10);

        service.post("/transfers").json(transfer).send().hasStatus(400);
        service.post("/accounts/" + pupil + "/deposits").json(Map.of("amount", 10)).send().hasStatus(400);
        shop.moving("/transfers", Fresh.word(101), transfer).send().hasStatus(400);

        shop.has(pupil, 500);
        shop.moving("/transfers", Fresh.word(100), transfer).send().hasStatus(201);
    }

    @Test
    @Visible
    @DisplayName("Every refusal says why")
    void explainsEveryRefusal() {
        String pupil = shop.openWith(500);
        String till = shop.openWith(50);
        String transfer = shop.transfer(pupil, till, 100).hasStatus(201).text("id");
        shop.reverse(transfer).hasStatus(201);

        explains(shop.opening(""), 400);
        explains(shop.transfer(pupil, till, 0), 400);
        explains(shop.look(Fresh.word(20)), 404);
        explains(shop.reverse(transfer), 409);
        explains(shop.transfer(pupil, till, 501), 422);
    }

    @Test
    @DisplayName("A body that is no JSON object, or whose owner or sides are not as they must be, answers 400")
    void refusesBadBodies() {
        String pupil = shop.openWith(500);

        for (String body : List.of("", "{\"owner\": \"Ida\", \"amount\": 5", "[]", "\"Ida\"", "5", "null")) {
            service.post("/accounts").body("application/json", body).send().hasStatus(400);
            for (String path : List.of("/transfers", "/accounts/" + pupil + "/deposits")) {
                service.post(path)
                        .header("Idempotency-Key", Shop.freshKey())
                        .body("application/json", body)
                        .send()
                        .hasStatus(400);
            }
        }
        service.post("/accounts").json(Map.of()).send().hasStatus(400);
        for (Object owner : List.of("", "x".repeat(61), 17, true, List.of("Ida"))) {
            shop.opening(owner).hasStatus(400);
        }
        service.post("/accounts").json(Map.of("owner", Fresh.word(60), "house", "North")).send().hasStatus(201);
        shop.moving("/transfers", Shop.freshKey(), Map.of("from", pupil, "amount", 10)).send().hasStatus(400);
        shop.moving("/transfers", Shop.freshKey(), Map.of("to", pupil, "amount", 10)).send().hasStatus(400);
        for (Object account : List.of(17, true, List.of(pupil))) {
            shop.moving("/transfers", Shop.freshKey(), Map.of("from", pupil, "to", account, "amount", 10))
                    .send()
                    .hasStatus(400);
        }
        shop.transfer(pupil, pupil, 10).hasStatus(400);
        shop.has(pupil, 500);
    }

    @Test
    @DisplayName("An account or a transaction that is not there answers 404, and no money goes there")
    void doesNotKnowEverybody() {
        String pupil = shop.openWith(500);
        String nobody = Fresh.word(20);

        shop.look(nobody).hasStatus(404);
        service.get("/accounts/" + nobody + "/entries").send().hasStatus(404);
        shop.deposit(Shop.freshKey(), nobody, 10).hasStatus(404);
        shop.transfer(pupil, nobody, 10).hasStatus(404);
        shop.transfer(nobody, pupil, 10).hasStatus(404);
        shop.reverse(nobody).hasStatus(404);

        shop.has(pupil, 500);
    }

    private static void explains(Reply refusal, int status) {
        refusal.hasStatus(status).hasContentType("application/json");
        if (refusal.text("error").isBlank()) {
            throw refusal.failure("expected the field error to say why");
        }
    }
}

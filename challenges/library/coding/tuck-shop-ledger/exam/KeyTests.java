import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("idempotency")
class KeyTests {
    private final Shop shop;

    KeyTests(Service service) {
        this.shop = new Shop(service);
    }

    @Test
    @Visible
    @DisplayName("The same request with the same key moves money once and is answered the same")
    void movesOnceForAKey() {
        String pupil = shop.open();
        String till = shop.openWith(50);
        String key = Shop.freshKey();

        Reply deposit = shop.deposit(key, pupil, 500).hasStatus(201);
        isSame(deposit, shop.deposit(key, pupil, 500));
        shop.has(pupil, 500);

        String other = Shop.freshKey();
        Reply transfer = shop.transfer(other, pupil, till, 200).hasStatus(201);
        isSame(transfer, shop.transfer(other, pupil, till, 200));
        shop.has(pupil, 300);
        shop.has(till, 250);
    }

    @Test
    @DisplayName("The same answer comes though the money has gone since, or come back")
    void repeatsItsAnswerLater() {
        String pupil = shop.openWith(200);
        String till = shop.open();
        String key = Shop.freshKey();
        Reply transfer = shop.transfer(key, pupil, till, 150).hasStatus(201);
        shop.transfer(pupil, till, 50).hasStatus(201);

        isSame(transfer, shop.transfer(key, pupil, till, 150));
        isSame(transfer, shop.transferAnew(key, pupil, till, 150));
        shop.has(pupil, 0);
        assertThat(shop.changes(till)).as("the changes of the receiver").containsExactlyInAnyOrder(150L, 50L);

        String reversalKey = Shop.freshKey();
        Reply reversal = shop.reverse(reversalKey, transfer.text("id")).hasStatus(201);
        isSame(reversal, shop.reverse(reversalKey, transfer.text("id")));
        isSame(transfer, shop.transfer(key, pupil, till, 150));
        shop.has(pupil, 150);
        shop.has(till, 50);
    }

    @Test
    @DisplayName("The key of one request is refused for another with 409, whatever its path")
    void refusesAnotherRequest() {
        String pupil = shop.openWith(500);
        String till = shop.open();
        String key = Shop.freshKey();
        String transfer = shop.transfer(key, pupil, till, 200).hasStatus(201).text("id");

        shop.transfer(key, pupil, till, 201).hasStatus(409);
        shop.transfer(key, till, pupil, 200).hasStatus(409);
        shop.transfer(key, pupil, shop.open(), 200).hasStatus(409);
        shop.deposit(key, pupil, 200).hasStatus(409);
        shop.reverse(key, transfer).hasStatus(409);
        String depositKey = Shop.freshKey();
        shop.deposit(depositKey, pupil, 40).hasStatus(201);
        shop.deposit(depositKey, till, 40).hasStatus(409);
        String reversalKey = Shop.freshKey();
        shop.reverse(reversalKey, shop.transfer(pupil, till, 15).hasStatus(201).text("id")).hasStatus(201);
        shop.reverse(reversalKey, transfer).hasStatus(409);

        shop.has(pupil, 340);
        shop.has(till, 200);
    }

    @Test
    @DisplayName("A refused request leaves its key unused")
    void keepsTheKeyOfARefusal() {
        String pupil = shop.openWith(100);
        String till = shop.open();
        String key = Shop.freshKey();
        shop.transfer(key, pupil, till, 150).hasStatus(422);
        String deposit = shop.deposit(Shop.freshKey(), pupil, 100).hasStatus(201).text("id");

        String transfer = shop.transfer(key, pupil, till, 150).hasStatus(201).text("id");
        shop.has(pupil, 50);

        String other = Shop.freshKey();
        shop.transfer(other, pupil, till, 51).hasStatus(422);
        shop.transfer(other, pupil, till, 50).hasStatus(201);
        shop.has(till, 200);

        String third = Shop.freshKey();
        shop.deposit(third, pupil, 0).hasStatus(400);
        shop.deposit(third, Fresh.word(20), 10).hasStatus(404);
        shop.reverse(third, Fresh.word(20)).hasStatus(404);
        shop.reverse(third, deposit).hasStatus(409);
        shop.reverse(third, transfer).hasStatus(201);
        shop.has(pupil, 150);
        shop.has(till, 50);
    }

    private static void isSame(Reply first, Reply again) {
        again.hasStatus(201);
        for (String field : List.of("id", "kind", "from", "to")) {
            again.field(field).isEqualTo(value(first, field));
        }
        again.field("amount").isEqualTo((int) first.number("amount"));
    }

    /** Text, or null where a deposit has it. */
    private static String value(Reply reply, String field) {
        return field.equals("from") && reply.text("kind").equals("deposit") ? null : reply.text(field);
    }
}

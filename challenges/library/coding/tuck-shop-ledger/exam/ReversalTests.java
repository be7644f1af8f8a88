import dev.assay.exam.Category;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("correctness")
class ReversalTests {
    private final Shop shop;

    ReversalTests(Service service) {
        this.shop = new Shop(service);
    }

    @Test
    @Visible
    @DisplayName("A reversal gives the whole amount back")
    void reverses() {
        int amount = Shop.freshAmount();
        String pupil = shop.openWith(10_000);
        String till = shop.openWith(50);
        String transfer = shop.transfer(pupil, till, amount).hasStatus(201).text("id");

        Reply reversal = shop.reverse(transfer).hasStatus(201);

        reversal.field("kind").isEqualTo("reversal");
        reversal.field("from").isEqualTo(till);
        reversal.field("to").isEqualTo(pupil);
        reversal.field("amount").isEqualTo(amount);
        shop.has(pupil, 10_000);
        shop.has(till, 50);
    }

    @Test
    @DisplayName("Only transfers are reversed, and each once")
    void reversesTransfersOnce() {
        String pupil = shop.open();
        String till = shop.openWith(350);
        String deposit = shop.deposit(Shop.freshKey(), pupil, 400).hasStatus(201).text("id");
        String transfer = shop.transfer(pupil, till, 150).hasStatus(201).text("id");
        String reversal = shop.reverse(transfer).hasStatus(201).text("id");

        shop.reverse(transfer).hasStatus(409);
        shop.reverse(deposit).hasStatus(409);
        shop.reverse(reversal).hasStatus(409);

        shop.has(pupil, 400);
        shop.has(till, 350);
    }

    @Test
    @DisplayName("A reversal needs the receiver's money, and is possible when it has come")
    void waitsForTheMoney() {
        String pupil = shop.openWith(300);
        String till = shop.open();
        String transfer = shop.transfer(pupil, till, 300).hasStatus(201).text("id");
        shop.transfer(till, shop.open(), 1).hasStatus(201);

        shop.reverse(transfer).hasStatus(422);
        shop.has(pupil, 0);
        shop.has(till, 299);

        shop.deposit(Shop.freshKey(), till, 1).hasStatus(201);
        shop.reverse(transfer).hasStatus(201);
        shop.has(pupil, 300);
        shop.has(till, 0);
    }
}

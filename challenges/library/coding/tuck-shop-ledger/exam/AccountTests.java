import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("correctness")
class AccountTests {
    private final Shop shop;

    AccountTests(Service service) {
        this.shop = new Shop(service);
    }

    @Test
    @Visible
    @DisplayName("A new account has its owner and no money, until a deposit adds some")
    void opensAnAccount() {
        String owner = "Zoë " + Fresh.word();
        int amount = Shop.freshAmount();

        Reply opened = shop.opening(owner).hasStatus(201).hasContentType("application/json");

        String id = opened.text("id");
        assertThat(id).as("the id of a new account").matches("[A-Za-z0-9_-]{1,64}");
        for (Reply shown : List.of(opened, shop.look(id).hasStatus(200))) {
            shown.field("id").isEqualTo(id);
            shown.field("owner").isEqualTo(owner);
            shown.field("balance").isEqualTo(0);
        }
        assertThat(shop.opening(owner).hasStatus(201).text("id")).as("the id of a second account").isNotEqualTo(id);

        Reply deposit = shop.deposit(Shop.freshKey(), id, amount).hasStatus(201);
        deposit.field("kind").isEqualTo("deposit");
        deposit.field("from").isNull();
        deposit.field("to").isEqualTo(id);
        deposit.field("amount").isEqualTo(amount);
        shop.has(id, amount);
    }

    @Test
    @Visible
    @DisplayName("A transfer moves money from one account to another")
    void transfers() {
        int amount = Shop.freshAmount();
        String pupil = shop.openWith(10_000);
        String till = shop.openWith(50);

        Reply transfer = shop.transfer(pupil, till, amount).hasStatus(201);

        transfer.field("kind").isEqualTo("transfer");
        transfer.field("from").isEqualTo(pupil);
        transfer.field("to").isEqualTo(till);
        transfer.field("amount").isEqualTo(amount);
        shop.has(pupil, 10_000 - amount);
        shop.has(till, 50 + amount);
    }

    @Test
    @Visible
    @DisplayName("The last penny can be spent; a transfer of more than there is answers 422 and moves nothing")
    void refusesDebts() {
        int amount = Shop.freshAmount();
        String pupil = shop.openWith(amount);
        String till = shop.open();

        shop.transfer(pupil, till, amount + 1).hasStatus(422);
        shop.has(pupil, amount);
        shop.has(till, 0);

        shop.transfer(pupil, till, amount).hasStatus(201);
        shop.transfer(pupil, till, 1).hasStatus(422);
        assertThat(shop.changes(pupil)).as("the changes of the account").containsExactly((long) amount, (long) -amount);
    }

    @Test
    @Visible
    @DisplayName("Entries show each movement and the balance after it, the oldest first")
    void listsEntries() {
        String pupil = shop.open();
        String till = shop.openWith(30);
        String deposit = shop.deposit(Shop.freshKey(), pupil, 500).hasStatus(201).text("id");
        String transfer = shop.transfer(pupil, till, 120).hasStatus(201).text("id");
        String back = shop.transfer(till, pupil, 25).hasStatus(201).text("id");
        String reversal = shop.reverse(transfer).hasStatus(201).text("id");

        Reply entries = shop.entries(pupil).hasContentType("application/json");

        assertThat(shop.changes(pupil)).as("the changes of the payer").containsExactly(500L, -120L, 25L, 120L);
        assertThat(shop.changes(till)).as("the changes of the receiver").containsExactly(30L, 120L, -25L, -120L);
        assertThat(shop.changes(shop.open())).as("the changes of a new account").isEmpty();
        List<String> transactions = List.of(deposit, transfer, back, reversal);
        for (int i = 0; i < transactions.size(); i++) {
            entries.field("/entries/" + i + "/transaction").isEqualTo(transactions.get(i));
        }
    }
}

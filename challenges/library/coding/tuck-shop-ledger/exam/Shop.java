import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the tests do with the ledger again and again. */
final class Shop {
    private final Service service;

    Shop(Service service) {
        this.service = service;
    }

    static String freshKey() {
        return "key-" + Fresh.word(12);
    }

    static int freshAmount() {
        return Fresh.number(100, 9_000);
    }

    Reply opening(Object owner) {
        return service.post("/accounts").json(Map.of("owner", owner)).send();
    }

    /** Opens an account without money and returns its id. */
    String open() {
        return opening("Pupil " + Fresh.word()).hasStatus(201).text("id");
    }

    /** Opens an account with so much money. */
    String openWith(int amount) {
        String account = open();
        deposit(freshKey(), account, amount).hasStatus(201);
        return account;
    }

    Reply deposit(String key, String account, Object amount) {
        return moving("/accounts/" + account + "/deposits", key, Map.of("amount", amount)).send();
    }

    Reply transfer(String key, String from, String to, Object amount) {
        return moving("/transfers", key, Map.of("from", from, "to", to, "amount", amount)).send();
    }

    Reply transfer(String from, String to, Object amount) {
        return transfer(freshKey(), from, to, amount);
    }

    /** The same transfer as another till writes it, with a field that nobody knows. */
    Reply transferAnew(String key, String from, String to, int amount) {
        String body = "{ \"till\" : 2 , \"amount\" : %d , \"to\" : \"%s\" , \"from\" : \"%s\" }";
        return service.post("/transfers")
                .header("Idempotency-Key", key)
                .body("application/json", body.formatted(amount, to, from))
                .send();
    }

    Reply reverse(String key, String transaction) {
        return moving("/transfers/" + transaction + "/reversal", key, Map.of()).send();
    }

    Reply reverse(String transaction) {
        return reverse(freshKey(), transaction);
    }

    Call moving(String path, String key, Object body) {
        return service.post(path).header("Idempotency-Key", key).json(body);
    }

    Reply look(String account) {
        return service.get("/accounts/" + account).send();
    }

    long balance(String account) {
        return look(account).hasStatus(200).number("balance");
    }

    void has(String account, long expected) {
        look(account).hasStatus(200).field("balance").isEqualTo((int) expected);
    }

    Reply entries(String account) {
        return service.get("/accounts/" + account + "/entries").send().hasStatus(200);
    }

    /** The changes of an account, after a check that each balance follows from the one before. */
    List<Long> changes(String account) {
        Reply entries = entries(account);
        int size = entries.list("entries").size();
        long balance = 0;
        List<Long> changes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            long change = entries.number("/entries/" + i + "/change");
            balance += change;
            assertThat(entries.number("/entries/" + i + "/balance"))
                    .as("the balance of entry %d, which changed it by %d", i, change)
                    .isEqualTo(balance);
            changes.add(change);
        }
        assertThat(balance(account)).as("the balance of the account, whose entries add up to it").isEqualTo(balance);
        return changes;
    }
}

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Weight;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@Category("concurrency")
class ConcurrencyTests {
    private static final int CALLERS = 16;

    private final Service service;
    private final Shop shop;

    ConcurrencyTests(Service service) {
        this.service = service;
        this.shop = new Shop(service);
    }

    @Test
    @Weight(2)
    @DisplayName("Money for five is spent five times, however many spend it at the same time")
    void spendsNothingTwice() {
        for (int round = 0; round < 4; round++) {
            String pupil = shop.openWith(5 * 30 + 29);
            String till = shop.open();

            List<Reply> replies = service.concurrently(CALLERS, _ -> shop.transfer(pupil, till, 30));

            assertThat(withStatus201(replies, 422)).as("how many of %d got 201", CALLERS).isEqualTo(5);
            shop.has(pupil, 29);
            shop.has(till, 150);
        }
    }

    @Test
    @Weight(2)
    @DisplayName("Of many requests with one key at the same time, one moves money; the same get its answer, others 409")
    void movesOnceForAKey() {
        for (int round = 0; round < 4; round++) {
            String pupil = shop.openWith(1_000);
            String till = shop.open();
            String key = Shop.freshKey();

            List<Reply> replies = service.concurrently(CALLERS, i -> shop.transfer(key, pupil, till, 30 + i % 2));

            assertThat(withStatus201(replies, 409))
                    .as("how many of %d got 201: those with the amount of the first", CALLERS)
                    .isEqualTo(CALLERS / 2);
            List<Reply> made = replies.stream().filter(reply -> reply.status() == 201).toList();
            isCarriedOutOnce(made);
            long amount = made.getFirst().number("amount");
            shop.has(pupil, 1_000 - amount);
            shop.has(till, amount);

            String depositKey = Shop.freshKey();
            isCarriedOutOnce(service.concurrently(CALLERS, _ -> shop.deposit(depositKey, pupil, 7)));
            shop.has(pupil, 1_007 - amount);
            String reversalKey = Shop.freshKey();
            String transfer = made.getFirst().text("id");
            isCarriedOutOnce(service.concurrently(CALLERS, _ -> shop.reverse(reversalKey, transfer)));
            shop.has(pupil, 1_007);
            shop.has(till, 0);
        }
    }

    @Test
    @DisplayName("A transfer that many reverse at the same time is reversed once")
    void reversesOnce() {
        for (int round = 0; round < 4; round++) {
            String pupil = shop.openWith(900);
            String till = shop.openWith(5_000);
            String transfer = shop.transfer(pupil, till, 100).hasStatus(201).text("id");

            List<Reply> replies = service.concurrently(CALLERS, _ -> shop.reverse(transfer));

            assertThat(withStatus201(replies, 409)).as("how many of %d reversals got 201", CALLERS).isEqualTo(1);
            shop.has(pupil, 900);
            shop.has(till, 5_000);
        }
    }

    @Test
    @DisplayName("Transfers in both directions and deposits do not block each other, and the entries add up")
    void keepsTheBooks() {
        String ida = shop.openWith(10_000);
        String tom = shop.openWith(10_000);
        IntFunction<Reply> toAndFro = i -> switch (i % 3) {
            case 0 -> shop.transfer(ida, tom, 70);
            case 1 -> shop.transfer(tom, ida, 50);
            default -> shop.deposit(Shop.freshKey(), ida, 3);
        };

        for (int round = 0; round < 4; round++) {
            service.concurrently(15, toAndFro).forEach(reply -> reply.hasStatus(201));
        }

        assertThat(shop.changes(ida)).as("the changes of an account").hasSize(1 + 4 * 15);
        assertThat(shop.changes(tom)).as("the changes of an account").hasSize(1 + 4 * 10);
        shop.has(ida, 10_000 + 20 * (50 - 70 + 3));
        shop.has(tom, 10_000 + 20 * (70 - 50));
    }

    /** @param same the answers to requests with one key and the same contents */
    private static void isCarriedOutOnce(List<Reply> same) {
        assertThat(same.stream().map(reply -> reply.hasStatus(201).text("id")).distinct())
                .as("the transactions that %d times the same request with one key got", same.size())
                .hasSize(1);
    }

    private static long withStatus201(List<Reply> replies, int otherwise) {
        return replies.stream()
                .filter(reply -> reply.hasStatusIn(201, otherwise).status() == 201)
                .count();
    }
}

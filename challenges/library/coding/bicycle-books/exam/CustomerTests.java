import static dev.assay.exam.Rows.row;

import dev.assay.exam.Category;
import dev.assay.exam.Database;
import dev.assay.exam.Rows;
import dev.assay.exam.Visible;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("reports")
class CustomerTests {
    private final Database database;
    private final Till till;

    CustomerTests(Database database) {
        this.database = database;
        this.till = new Till(database);
    }

    @Test
    @Visible
    @DisplayName("Best customers: who spent most comes first")
    void ranksCustomers() {
        long ada = till.customer("Ada");
        long grace = till.customer("Grace");
        till.paid(ada, "2026-01-10T09:00:00Z", 1_999);
        till.paid(grace, "2026-02-10T09:00:00Z", 100_000);
        till.paid(ada, "2026-03-10T09:00:00Z", 5);

        best().hasColumns("id", "name", "orders", "spent", "last_order")
                .hasRows(
                        row(grace, "Grace", 1, 1_000, Instant.parse("2026-02-10T09:00:00Z")),
                        row(ada, "Ada", 2, 20.04, Instant.parse("2026-03-10T09:00:00Z")));
    }

    @Test
    @DisplayName("Best customers: an order is one order, with several lines or without any")
    void countsOrdersAndNotLines() {
        long ada = till.customer("Ada");
        long order = till.order(ada, "2026-01-10T09:00:00Z", "paid");
        till.line(order, 1, till.product("chain"), 1, 2_450);
        till.line(order, 2, till.product("pump"), 3, 999);
        till.line(order, 3, null, 1, 6_000);
        till.line(order, 4, till.product("bell"), 500_000, 5_000);
        till.order(ada, "2026-02-10T09:00:00Z", "paid");

        best().hasRows(row(ada, "Ada", 2, 25_000_114.47, Instant.parse("2026-02-10T09:00:00Z")));
    }

    @Test
    @DisplayName("Best customers: who bought nothing is there too")
    void showsEveryCustomer() {
        long ada = till.customer("Ada");
        long grace = till.customer("Grace");
        long edsger = till.customer("Edsger");
        till.paid(grace, "2026-01-10T09:00:00Z", 100);
        till.line(till.order(edsger, "2026-01-11T09:00:00Z", "cancelled"), 1, null, 1, 9_900);
        till.line(till.order(grace, "2026-01-12T09:00:00Z", "open"), 1, null, 1, 9_900);

        best().hasRows(
                        row(grace, "Grace", 1, 1, Instant.parse("2026-01-10T09:00:00Z")),
                        row(ada, "Ada", 0, 0, null),
                        row(edsger, "Edsger", 0, 0, null));
    }

    @Test
    @DisplayName("Best customers: who spent the same is in the order of the id")
    void breaksTies() {
        long zoe = till.customer("Zoe");
        long ada = till.customer("Ada");
        till.paid(ada, "2026-01-10T09:00:00Z", 500);
        till.paid(zoe, "2026-01-09T09:00:00Z", 500);

        best().hasRows(
                        row(zoe, "Zoe", 1, 5, Instant.parse("2026-01-09T09:00:00Z")),
                        row(ada, "Ada", 1, 5, Instant.parse("2026-01-10T09:00:00Z")));
    }

    private Rows best() {
        return database.query("best_customers").rows();
    }
}

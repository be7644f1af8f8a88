import static dev.assay.exam.Rows.row;

import dev.assay.exam.Category;
import dev.assay.exam.Database;
import dev.assay.exam.Rows;
import dev.assay.exam.Visible;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("reports")
class AverageTests {
    private static final String FROM = "2026-05-01T00:00:00Z";
    private static final String WITHIN = "2026-05-09T00:00:00Z";
    private static final String TO = "2026-06-01T00:00:00Z";

    private final Database database;
    private final Till till;

    AverageTests(Database database) {
        this.database = database;
        this.till = new Till(database);
    }

    @Test
    @Visible
    @DisplayName("Average order: one row with the number of orders and their average")
    void averagesOrders() {
        long ada = till.customer("Ada");
        till.paid(ada, WITHIN, 1_000);
        till.paid(ada, WITHIN, 3_000);

        average().hasColumns("orders", "average").hasRows(row(2, 20));
    }

    @Test
    @DisplayName("Average order: exact to the cent, half a cent up")
    void roundsToCents() {
        long ada = till.customer("Ada");
        till.paid(ada, WITHIN, 2_000);
        till.paid(ada, WITHIN, 2_001);
        average().hasRows(row(2, 20.01));

        long order = till.order(ada, WITHIN, "paid");
        till.line(order, 1, null, 3, 333);
        till.line(order, 2, null, 1, 2);
        average().hasRows(row(3, 16.67));

        till.line(order, 3, till.product("bell"), 500_000, 5_000);
        average().hasRows(row(3, 8_333_350.01));
    }

    @Test
    @DisplayName("Average order: from is included, to is not")
    void endsBeforeTheEnd() {
        long ada = till.customer("Ada");
        till.paid(ada, FROM, 100);
        till.paid(ada, "2026-05-31T23:59:59.999Z", 300);
        till.paid(ada, TO, 100_000);
        till.paid(ada, "2026-04-30T23:59:59.999Z", 100_000);

        average().hasRows(row(2, 2));
    }

    @Test
    @DisplayName("Average order: only paid orders, those without lines too; null when there are none")
    void countsPaidOrders() {
        long ada = till.customer("Ada");
        till.line(till.order(ada, WITHIN, "open"), 1, null, 1, 7_000);
        till.line(till.order(ada, WITHIN, "cancelled"), 1, null, 1, 7_000);
        average().hasRows(row(0, null));

        till.order(ada, WITHIN, "paid");
        till.paid(ada, WITHIN, 600);
        average().hasRows(row(2, 3));
    }

    private Rows average() {
        return database.query("average_order")
                .with("from", Instant.parse(FROM))
                .with("to", Instant.parse(TO))
                .rows();
    }
}

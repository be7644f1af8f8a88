import static dev.assay.exam.Rows.row;

import dev.assay.exam.Category;
import dev.assay.exam.Database;
import dev.assay.exam.Fresh;
import dev.assay.exam.Rows;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("reports")
class RevenueTests {
    private final Database database;
    private final Till till;

    RevenueTests(Database database) {
        this.database = database;
        this.till = new Till(database);
    }

    @Test
    @Visible
    @DisplayName("Revenue by month: orders and euros of each month")
    void addsUpAMonth() {
        long ada = till.customer("Ada");
        int cents = Fresh.number(1, 9_999);
        for (int month = 1; month <= 12; month++) {
            String middle = "2026-%02d-15T12:00:00Z".formatted(month);
            long order = till.order(ada, middle, "paid");
            till.line(order, 1, till.product("tyre"), 2, cents);
            till.line(order, 2, null, 1, 100 * month);
            till.paid(ada, middle, 7);
        }

        revenue(2026)
                .hasColumns("month", "orders", "revenue")
                .hasRows(IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> month(2026, month, 2, 2 * cents + 100 * month + 7))
                        .toArray(List<?>[]::new));
    }

    @Test
    @Weight(2)
    @DisplayName("Revenue by month: a month without orders is there, with zeros")
    void showsEmptyMonths() {
        till.paid(till.customer("Ada"), "2026-03-10T12:00:00Z", 1999);

        revenue(2026).hasRows(year(2026, 3, 1, 1999));
        revenue(2027).hasRows(year(2027, 0, 0, 0));
    }

    @Test
    @Weight(2)
    @DisplayName("Revenue by month: months and years begin at midnight in Berlin")
    void beginsMonthsInBerlin() {
        long ada = till.customer("Ada");
        everyMonth(ada);
        till.paid(ada, "2025-12-31T22:59:59Z", 1);
        till.paid(ada, "2025-12-31T23:00:00Z", 20);
        till.paid(ada, "2026-01-31T23:30:00Z", 300);
        till.paid(ada, "2026-06-30T21:59:59Z", 4_000);
        till.paid(ada, "2026-06-30T22:00:00Z", 50_000);
        till.paid(ada, "2026-12-31T23:30:00Z", 600_000);

        List<?>[] expected = everyMonth();
        expected[0] = month(2026, 1, 2, 1_020);
        expected[1] = month(2026, 2, 2, 1_300);
        expected[5] = month(2026, 6, 2, 5_000);
        expected[6] = month(2026, 7, 2, 51_000);
        revenue(2026).hasRows(expected);
    }

    @Test
    @DisplayName("Revenue by month: what is open or cancelled does not count, a paid order without lines does")
    void countsPaidOrders() {
        long ada = till.customer("Ada");
        everyMonth(ada);
        till.line(till.order(ada, "2026-04-10T12:00:00Z", "open"), 1, null, 1, 1_000);
        till.line(till.order(ada, "2026-05-10T12:00:00Z", "cancelled"), 1, null, 1, 1_000);
        till.order(ada, "2026-06-10T12:00:00Z", "paid");
        till.line(till.order(ada, "2026-07-10T12:00:00Z", "paid"), 1, till.product("bell"), 500_000, 5_000);

        List<?>[] expected = everyMonth();
        expected[5] = month(2026, 6, 2, 1_000);
        expected[6] = month(2026, 7, 2, 2_500_001_000L);
        revenue(2026).hasRows(expected);
    }

    /** An order of ten euros in each month of 2026, so that none is empty. */
    private void everyMonth(long customer) {
        for (int month = 1; month <= 12; month++) {
            till.paid(customer, "2026-%02d-20T12:00:00Z".formatted(month), 1_000);
        }
    }

    private static List<?>[] everyMonth() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(each -> month(2026, each, 1, 1_000))
                .toArray(List<?>[]::new);
    }

    private Rows revenue(int year) {
        return database.query("revenue_by_month").with("year", year).rows();
    }

    /** A year with orders in one month. */
    private static List<?>[] year(int year, int month, int orders, int cents) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(each -> each == month ? month(year, each, orders, cents) : month(year, each, 0, 0))
                .toArray(List<?>[]::new);
    }

    private static List<?> month(int year, int month, int orders, long cents) {
        return row("%d-%02d".formatted(year, month), orders, BigDecimal.valueOf(cents, 2));
    }
}

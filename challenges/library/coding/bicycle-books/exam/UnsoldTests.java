import static dev.assay.exam.Rows.row;

import dev.assay.exam.Category;
import dev.assay.exam.Database;
import dev.assay.exam.Rows;
import dev.assay.exam.Visible;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("reports")
class UnsoldTests {
    private static final String JUNE = "2026-06-10T12:00:00Z";

    private final Database database;
    private final Till till;

    UnsoldTests(Database database) {
        this.database = database;
        this.till = new Till(database);
    }

    @Test
    @Visible
    @DisplayName("Unsold products: those that nobody bought, by label")
    void namesWhatNobodyBought() {
        String pump = till.product("pump");
        String bell = till.product("bell");
        String chain = till.product("chain");
        till.line(till.order(till.customer("Ada"), JUNE, "paid"), 1, chain, 1, 2_450);

        unsold().hasColumns("sku", "title").hasRows(row(bell, "The bell"), row(pump, "The pump"));
    }

    @Test
    @DisplayName("Unsold products: work has no label, and hides no product")
    void isNotConfusedByWork() {
        String bell = till.product("bell");
        String chain = till.product("chain");
        long order = till.order(till.customer("Ada"), JUNE, "paid");
        till.line(order, 1, chain, 1, 2_450);
        till.line(order, 2, null, 1, 6_000);

        unsold().hasRows(row(bell, "The bell"));
    }

    @Test
    @DisplayName("Unsold products: what is open or cancelled was not sold")
    void countsPaidOrders() {
        String bell = till.product("bell");
        String pump = till.product("pump");
        String chain = till.product("chain");
        long ada = till.customer("Ada");
        till.line(till.order(ada, JUNE, "open"), 1, bell, 1, 100);
        till.line(till.order(ada, JUNE, "cancelled"), 1, pump, 1, 100);
        till.line(till.order(ada, JUNE, "cancelled"), 1, chain, 1, 100);
        till.line(till.order(ada, JUNE, "paid"), 1, chain, 1, 100);

        unsold().hasRows(row(bell, "The bell"), row(pump, "The pump"));
    }

    private Rows unsold() {
        return database.query("unsold_products").rows();
    }
}

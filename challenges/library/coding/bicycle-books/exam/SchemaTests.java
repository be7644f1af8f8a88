import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Database;
import dev.assay.exam.Fresh;
import dev.assay.exam.Visible;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("schema")
class SchemaTests {
    private static final String MAY = "2026-05-04T10:00:00Z";

    private final Database database;
    private final Till till;

    SchemaTests(Database database) {
        this.database = database;
        this.till = new Till(database);
    }

    @Test
    @Visible
    @DisplayName("An honest order is accepted: a chain, an hour of work, and a bell for free")
    void acceptsAnHonestOrder() {
        long order = till.order(till.customer("Ada"), MAY, "open");
        till.line(order, 1, till.product("chain"), 1, 2450);
        till.line(order, 2, null, 1, 6000);
        till.line(order, 3, till.product("bell"), 2, 0);

        assertThat(database.sql("select count(*) from order_lines").rows().single()).as("lines").isEqualTo(3L);
    }

    @Test
    @Visible
    @DisplayName("Only the label of a line may be missing")
    void refusesWhatIsMissing() {
        long customer = till.customer("Ada");
        long order = till.order(customer, MAY, "open");
        Instant at = Instant.parse(MAY);

        till.insertCustomer(null, "a@example.com", "A").refusal().isConstraintViolation();
        till.insertCustomer(1L, null, "A").refusal().isConstraintViolation();
        till.insertCustomer(1L, "a@example.com", null).refusal().isConstraintViolation();
        till.insertProduct(null, "Bell").refusal().isConstraintViolation();
        till.insertProduct("bell", null).refusal().isConstraintViolation();
        till.insertOrder(null, customer, at, "open").refusal().isConstraintViolation();
        till.insertOrder(1L, null, at, "open").refusal().isConstraintViolation();
        till.insertOrder(1L, customer, null, "open").refusal().isConstraintViolation();
        till.insertOrder(1L, customer, at, null).refusal().isConstraintViolation();
        till.insertLine(null, 1, null, 1, 100).refusal().isConstraintViolation();
        till.insertLine(order, null, null, 1, 100).refusal().isConstraintViolation();
        till.insertLine(order, 1, null, null, 100).refusal().isConstraintViolation();
        till.insertLine(order, 1, null, 1, null).refusal().isConstraintViolation();
    }

    @Test
    @DisplayName("Ids, labels and line numbers are given once")
    void refusesDuplicates() {
        long customer = till.customer("Ada");
        String sku = till.product("chain");
        long order = till.order(customer, MAY, "open");
        long other = till.order(customer, MAY, "open");
        till.line(order, 1, sku, 1, 100);
        till.line(other, 1, sku, 1, 100);
        till.line(order, 2, sku, 1, 100);

        till.insertCustomer(customer, "somebody@example.com", "Somebody").refusal().isConstraintViolation();
        till.insertProduct(sku, "Another chain").refusal().isConstraintViolation();
        till.insertOrder(order, customer, Instant.parse(MAY), "open").refusal().isConstraintViolation();
        till.insertLine(order, 2, null, 1, 100).refusal().isConstraintViolation();
    }

    @Test
    @DisplayName("An email belongs to one customer, in upper case or lower")
    void refusesAnEmailTwice() {
        String word = Fresh.word();
        till.insertCustomer(1L, "Ada." + word + "@Example.com", "Ada").rows();
        till.insertCustomer(2L, "Grace." + word + "@example.com", "Ada").rows();

        till.insertCustomer(3L, "Ada." + word + "@Example.com", "Ada").refusal().isConstraintViolation();
        till.insertCustomer(3L, "ada." + word + "@example.COM", "Ada").refusal().isConstraintViolation();
    }

    @Test
    @Visible
    @DisplayName("Orders have a customer, lines an order and a product that exist")
    void refusesWhatRefersToNothing() {
        long customer = till.customer("Ada");
        long order = till.order(customer, MAY, "open");

        till.insertOrder(1L, customer + 1_000_000, Instant.parse(MAY), "open").refusal().isConstraintViolation();
        till.insertLine(order + 1_000_000, 1, null, 1, 100).refusal().isConstraintViolation();
        till.insertLine(order, 1, "no-such-label", 1, 100).refusal().isConstraintViolation();
    }

    @Test
    @DisplayName("A status, a quantity and a price that make no sense are refused")
    void refusesNonsense() {
        long customer = till.customer("Ada");
        long order = till.order(customer, MAY, "cancelled");

        till.insertOrder(1L, customer, Instant.parse(MAY), "Paid").refusal().isConstraintViolation();
        till.insertOrder(1L, customer, Instant.parse(MAY), "").refusal().isConstraintViolation();
        till.insertLine(order, 1, null, 0, 100).refusal().isConstraintViolation();
        till.insertLine(order, 1, null, -1, 100).refusal().isConstraintViolation();
        till.insertLine(order, 1, null, 1, -1).refusal().isConstraintViolation();
        database.sql("update orders set status = 'lost' where id = :id").with("id", order).refusal().isConstraintViolation();
    }

    @Test
    @DisplayName("A customer who has orders stays; who has none may go")
    void keepsCustomersWithOrders() {
        long buyer = till.customer("Ada");
        long visitor = till.customer("Grace");
        till.order(buyer, MAY, "cancelled");

        database.sql("delete from customers where id = :id").with("id", buyer).refusal().isConstraintViolation();
        database.sql("delete from customers where id = :id").with("id", visitor).rows();

        assertThat(database.sql("select id from customers").rows().single()).as("who is left").isEqualTo(buyer);
    }

    @Test
    @DisplayName("Lines go with their order")
    void removesLinesWithTheirOrder() {
        long customer = till.customer("Ada");
        long order = till.paid(customer, MAY, 100);
        long other = till.paid(customer, MAY, 100);

        database.sql("delete from orders where id = :id").with("id", order).rows();

        assertThat(database.sql("select order_id from order_lines").rows().single())
                .as("the order of the lines that are left")
                .isEqualTo(other);
    }
}

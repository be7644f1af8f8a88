import dev.assay.exam.Database;
import dev.assay.exam.Fresh;
import dev.assay.exam.Statement;
import java.time.Instant;

/** Writes into the shop's tables, as the till does. */
final class Till {
    private final Database database;
    private long lastId = Fresh.number(1_000, 1_000_000);

    /** A till in a shop without any data. */
    Till(Database database) {
        this.database = database;
        database.sql("truncate customers, products, orders, order_lines cascade").rows();
    }

    long customer(String name) {
        long id = ++lastId;
        insertCustomer(id, Fresh.word() + "@example.com", name).rows();
        return id;
    }

    /** Its sku begins as the text does. */
    String product(String begin) {
        String sku = begin + "-" + Fresh.word();
        insertProduct(sku, "The " + begin).rows();
        return sku;
    }

    long order(long customer, String placedAt, String status) {
        long id = ++lastId;
        insertOrder(id, customer, Instant.parse(placedAt), status).rows();
        return id;
    }

    /** A paid order of work for this price. */
    long paid(long customer, String placedAt, int cents) {
        long id = order(customer, placedAt, "paid");
        line(id, 1, null, 1, cents);
        return id;
    }

    void line(long order, int line, String sku, int quantity, int cents) {
        insertLine(order, line, sku, quantity, cents).rows();
    }

    Statement insertCustomer(Long id, String email, String name) {
        return database.sql("insert into customers (id, email, name) values (:id, :email, :name)")
                .with("id", id)
                .with("email", email)
                .with("name", name);
    }

    Statement insertProduct(String sku, String title) {
        return database.sql("insert into products (sku, title) values (:sku, :title)")
                .with("sku", sku)
                .with("title", title);
    }

    Statement insertOrder(Long id, Long customer, Instant placedAt, String status) {
        return database.sql("insert into orders (id, customer_id, placed_at, status) values (:id, :customer, :at, :status)")
                .with("id", id)
                .with("customer", customer)
                .with("at", placedAt)
                .with("status", status);
    }

    Statement insertLine(Long order, Integer line, String sku, Integer quantity, Integer cents) {
        return database.sql("insert into order_lines (order_id, line, sku, quantity, unit_cents)"
                        + " values (:order, :line, :sku, :quantity, :cents)")
                .with("order", order)
                .with("line", line)
                .with("sku", sku)
                .with("quantity", quantity)
                .with("cents", cents);
    }
}

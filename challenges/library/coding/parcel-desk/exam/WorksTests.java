import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the service that the candidate is given does as it should. */
@Category("works")
class WorksTests {
    private final Service service;
    private final Desk desk;

    WorksTests(Service service) {
        this.service = service;
        this.desk = new Desk(service);
    }

    @Test
    @Visible
    @DisplayName("Works already: a parcel is registered, shown, and on the display")
    void registers() {
        String flat = Desk.freshFlat();
        Map<String, Object> fields = Desk.fields(flat, "charge", "12.50");
        fields.put("note", "Heavy");

        Reply registered = desk.register(fields).hasStatus(201).hasContentType("application/json");

        for (Reply shown : List.of(registered, desk.look(registered.number("id")).hasStatus(200))) {
            shown.field("id").isEqualTo((int) registered.number("id"));
            assertThat(shown.text("code")).as("the code of a parcel").matches("[0-9]{4}");
            shown.field("flat").isEqualTo(flat);
            shown.field("recipient").isEqualTo(fields.get("recipient"));
            shown.field("arrivedAt").isEqualTo(Desk.ARRIVED);
            shown.field("due").isEqualTo(Desk.DUE);
            shown.field("charge").isEqualTo("12.50");
            shown.field("notes").isEqualTo(List.of("Heavy"));
            shown.field("status").isEqualTo("waiting");
            shown.field("collectedAt").isNull();
            shown.field("fee").isNull();
        }
        desk.shows(flat, 1, "12.50");
        desk.registered(Desk.fields(flat, "charge", "100.25"));
        desk.shows(flat, 2, "112.75");
    }

    @Test
    @Visible
    @DisplayName("Works already: a parcel is collected in time, and leaves the display")
    void collects() {
        String flat = Desk.freshFlat();
        Reply parcel = desk.registered(Desk.fields(flat, "charge", "12.50"));
        desk.shows(flat, 1, "12.50");

        Reply collected = desk.collect(parcel, Desk.IN_TIME).hasStatus(200);

        for (Reply shown : List.of(collected, desk.look(parcel.number("id")).hasStatus(200))) {
            shown.field("status").isEqualTo("collected");
            shown.field("collectedAt").isEqualTo(Desk.IN_TIME);
            shown.field("fee").isEqualTo("0.00");
            shown.field("charge").isEqualTo("12.50");
        }
        desk.shows(flat, 0, "0.00");
    }

    @Test
    @Visible
    @DisplayName("Works already: a list has pages, the oldest parcel first")
    void lists() {
        String flat = Desk.freshFlat();
        desk.registered(Desk.fields(Desk.freshFlat()));
        List<Long> made = List.of(
                desk.registered(Desk.fields(flat)).number("id"),
                desk.registered(Desk.fields(flat)).number("id"),
                desk.registered(Desk.fields(flat)).number("id"));

        Reply first = desk.list("flat=" + flat + "&size=2").send().hasStatus(200);
        Reply second = desk.list("flat=" + flat + "&size=2&page=2").send().hasStatus(200);
        Reply third = desk.list("flat=" + flat + "&size=2&page=3").send().hasStatus(200);
        Reply all = desk.list("flat=" + flat).send().hasStatus(200);

        assertThat(Desk.ids(first)).as("the ids on page 1").isEqualTo(made.subList(0, 2));
        assertThat(Desk.ids(second)).as("the ids on page 2").isEqualTo(made.subList(2, 3));
        assertThat(Desk.ids(third)).as("the ids on page 3").isEmpty();
        assertThat(Desk.ids(all)).as("the ids on a page of 20").isEqualTo(made);
        second.field("page").isEqualTo(2);
        second.field("pages").isEqualTo(2);
        second.field("total").isEqualTo(3);
    }

    @Test
    @Visible
    @DisplayName("Works already: what is malformed answers 400, what is not there 404")
    void refuses() {
        String flat = Desk.freshFlat();
        for (Object wrong : Arrays.asList("", "a b", "x".repeat(13), 12, null)) {
            refused(desk.register(Desk.fields(flat, "flat", wrong)), 400);
        }
        for (Object wrong : Arrays.asList("", "x".repeat(61), 7, null)) {
            refused(desk.register(Desk.fields(flat, "recipient", wrong)), 400);
        }
        for (Object wrong : Arrays.asList("yesterday", "2031-03-06", "2031-13-06T02:00:00Z", 5, null)) {
            refused(desk.register(Desk.fields(flat, "arrivedAt", wrong)), 400);
        }
        for (Object wrong : List.of("12.5", "12", "-1.00", "12,50", "12345.00", 12.5)) {
            refused(desk.register(Desk.fields(flat, "charge", wrong)), 400);
        }
        refused(service.post("/parcels").body("application/json", "{\"flat\":").send(), 400);
        refused(service.post("/parcels").body("application/json", "[]").send(), 400);
        for (String parameters : List.of("size=2", "flat=" + flat + "&size=0", "flat=" + flat + "&size=51", "flat=" + flat + "&page=0")) {
            refused(desk.list(parameters).send(), 400);
        }
        Reply parcel = desk.registered(Desk.fields(flat));
        long id = parcel.number("id");
        refused(desk.addNote(id, ""), 400);
        refused(desk.move(id, "a b"), 400);
        refused(desk.collect(parcel, "today"), 400);

        long nobodys = 987_654_321;
        refused(desk.look(nobodys), 404);
        refused(desk.addNote(nobodys, "Heavy"), 404);
        refused(desk.move(nobodys, flat), 404);
        refused(desk.collect(nobodys, "0000", Desk.IN_TIME), 404);
        desk.shows(flat, 1, "0.00");
    }

    private static void refused(Reply reply, int status) {
        reply.hasStatus(status);
        if (reply.text("error").isBlank()) {
            throw reply.failure("expected the field error to say why");
        }
    }

    @Test
    @DisplayName("Works already: who comes late pays for each day, and 10.00 at most")
    void chargesForLateness() {
        assertThat(desk.fee(Desk.ARRIVED, "2031-03-14T02:00:00Z")).as("the fee a day after due").isEqualTo("2.50");
        assertThat(desk.fee(Desk.ARRIVED, "2031-03-16T02:00:00Z")).as("the fee 3 days after due").isEqualTo("3.50");
        int days = Fresh.number(4, 15);
        String expected = "%d.%s".formatted(2 + days / 2, days % 2 == 0 ? "00" : "50");
        assertThat(desk.fee(Desk.ARRIVED, "2031-03-%dT02:00:00Z".formatted(13 + days)))
                .as("the fee %d days after due", days)
                .isEqualTo(expected);
        assertThat(desk.fee(Desk.ARRIVED, "2031-03-29T02:00:00Z")).as("the fee 16 days after due").isEqualTo("10.00");
        assertThat(desk.fee(Desk.ARRIVED, "2031-03-30T02:00:00Z")).as("the fee 17 days after due").isEqualTo("10.00");
        assertThat(desk.fee(Desk.ARRIVED, "2032-01-06T02:00:00Z")).as("the fee in the next year").isEqualTo("10.00");
    }
}

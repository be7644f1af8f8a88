import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What nobody has complained about yet. */
@Category("contract")
class ContractTests {
    private final Desk desk;

    ContractTests(Service service) {
        this.desk = new Desk(service);
    }

    @Test
    @DisplayName("A list has as many pages as its parcels need")
    void countsPages() {
        String flat = Desk.freshFlat();
        desk.list("flat=" + flat + "&size=2").send().hasStatus(200).field("pages").isEqualTo(0);
        for (int i = 0; i < 4; i++) {
            desk.registered(Desk.fields(flat));
        }

        desk.list("flat=" + flat + "&size=2").send().hasStatus(200).field("pages").isEqualTo(2);
        desk.list("flat=" + flat + "&size=3").send().hasStatus(200).field("pages").isEqualTo(2);
        desk.list("flat=" + flat + "&size=4").send().hasStatus(200).field("pages").isEqualTo(1);
        desk.list("flat=" + flat + "&size=1").send().hasStatus(200).field("pages").isEqualTo(4);
    }

    @Test
    @DisplayName("A flat is the same however it is spelt")
    void knowsFlatsInAnySpelling() {
        String flat = Desk.freshFlat();
        String loud = flat.toUpperCase(Locale.ROOT);

        desk.registered(Desk.fields(flat)).field("flat").isEqualTo(flat);
        Reply parcel = desk.registered(Desk.fields(" " + loud + "  "));
        parcel.field("flat").isEqualTo(flat);
        desk.shows(flat, 2, "0.00");
        desk.summary(loud).hasStatus(200).field("flat").isEqualTo(flat);
        desk.shows(loud, 2, "0.00");
        Reply list = desk.list("flat=%20" + loud).send().hasStatus(200);
        assertThat(list.number("total")).as("the parcels in a list for %s", loud).isEqualTo(2);
        String other = Desk.freshFlat();
        desk.move(parcel.number("id"), " " + other.toUpperCase(Locale.ROOT)).hasStatus(200).field("flat").isEqualTo(other);
        desk.shows(other, 1, "0.00");
        desk.shows(loud, 1, "0.00");
    }

    @Test
    @DisplayName("A fee is reckoned by the desk's calendar")
    void reckonsFeesByTheDesksCalendar() {
        assertThat(desk.fee(Desk.ARRIVED, "2031-03-13T14:00:00Z")).as("the fee at the midnight after due").isEqualTo("2.50");
        assertThat(desk.fee(Desk.ARRIVED, "2031-03-15T13:59:59Z")).as("the fee a second before 3 days late").isEqualTo("3.00");
        assertThat(desk.fee(Desk.ARRIVED, "2031-03-14T22:00:00Z")).as("the fee at 8 o'clock, 2 days late").isEqualTo("3.00");
    }

    @Test
    @DisplayName("A parcel is collected once: after that the answer is 409, and nothing changes")
    void collectsOnce() {
        Reply parcel = desk.registered(Desk.fields(Desk.freshFlat()));
        desk.collect(parcel, Desk.IN_TIME).hasStatus(200);

        for (String at : List.of("2031-03-11T02:00:00Z", "2031-05-01T02:00:00Z")) {
            desk.collect(parcel, at).hasStatus(409);
        }

        Reply shown = desk.look(parcel.number("id")).hasStatus(200);
        shown.field("collectedAt").isEqualTo(Desk.IN_TIME);
        shown.field("fee").isEqualTo("0.00");
    }
}

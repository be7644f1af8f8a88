import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("complaints")
class ComplaintTests {
    private final Desk desk;

    ComplaintTests(Service service) {
        this.desk = new Desk(service);
    }

    @Test
    @Visible
    @DisplayName("Complaint 1: a charge is what it was, to the cent")
    void keepsCharges() {
        List<String> charges = new ArrayList<>(List.of("19.99", "0.29", "4.35", "1001.10", "9999.99"));
        charges.add("%d.%02d".formatted(Fresh.number(0, 99), Fresh.number(0, 99)));
        String flat = Desk.freshFlat();
        long total = 0;

        for (String charge : charges) {
            desk.registered(Desk.fields(flat, "charge", charge)).field("charge").isEqualTo(charge);
            total += Long.parseLong(charge.replace(".", ""));
        }

        desk.shows(flat, charges.size(), "%d.%02d".formatted(total / 100, total % 100));
    }

    @Test
    @Visible
    @DisplayName("Complaint 2: who comes on the day when the parcel is due pays no fee")
    void isFreeOnTheLastDay() {
        assertThat(desk.fee(Desk.ARRIVED, "2031-03-12T02:00:00Z")).as("the fee on the day before").isEqualTo("0.00");
        assertThat(desk.fee(Desk.ARRIVED, "2031-03-13T02:00:00Z")).as("the fee on the day").isEqualTo("0.00");
    }

    @Test
    @Visible
    @DisplayName("Complaint 3: notes stay with the parcel that they belong to")
    void keepsNotesApart() {
        long fish = desk.registered(Desk.fields(Desk.freshFlat())).number("id");
        long other = desk.registered(Desk.fields(Desk.freshFlat())).number("id");
        String smell = "Smells of " + Fresh.word();
        String drip = "Drips " + Fresh.word();

        desk.addNote(fish, smell).hasStatus(201).field("notes").isEqualTo(List.of(smell));
        desk.look(other).hasStatus(200).field("notes").isEqualTo(List.of());
        desk.addNote(other, "Light").hasStatus(201).field("notes").isEqualTo(List.of("Light"));
        desk.addNote(fish, drip).hasStatus(201);
        desk.look(fish).hasStatus(200).field("notes").isEqualTo(List.of(smell, drip));
        desk.look(other).hasStatus(200).field("notes").isEqualTo(List.of("Light"));
        desk.registered(Desk.fields(Desk.freshFlat())).field("notes").isEqualTo(List.of());
    }

    @Test
    @DisplayName("Complaint 4: a parcel is due seven days after the day on which it arrived, by the desk's calendar")
    void isDueByTheDesksCalendar() {
        isDue("2031-03-06T22:30:00Z", "2031-03-14");
        isDue("2031-03-06T13:59:59Z", "2031-03-13");
        isDue("2031-03-06T14:00:00Z", "2031-03-14");
        isDue("2031-12-24T23:15:00Z", "2032-01-01");
        isDue("2032-02-21T20:00:00Z", "2032-02-29");
    }

    private void isDue(String arrivedAt, String due) {
        desk.registered(Desk.fields(Desk.freshFlat(), "arrivedAt", arrivedAt)).field("due").isEqualTo(due);
    }

    @Test
    @DisplayName("Complaint 5: a wrong code answers 403, and the parcel stays")
    void refusesWrongCodes() {
        String flat = Desk.freshFlat();
        Reply parcel = desk.registered(Desk.fields(flat));
        String wrong = parcel.text("code").equals("1234") ? "4321" : "1234";

        Reply refusal = desk.collect(parcel.number("id"), wrong, Desk.IN_TIME).hasStatus(403);

        assertThat(refusal.text("error")).as("the field error").isNotBlank();
        desk.look(parcel.number("id")).hasStatus(200).field("status").isEqualTo("waiting");
        desk.shows(flat, 1, "0.00");
        desk.collect(parcel, Desk.IN_TIME).hasStatus(200).field("status").isEqualTo("collected");
    }

    @Test
    @DisplayName("Complaint 6: the display follows a parcel that is moved to another flat")
    void movesOnTheDisplay() {
        String wrong = Desk.freshFlat();
        String right = Desk.freshFlat();
        long id = desk.registered(Desk.fields(wrong, "charge", "2.50")).number("id");
        desk.registered(Desk.fields(wrong, "charge", "3.00"));
        desk.shows(wrong, 2, "5.50");
        desk.shows(right, 0, "0.00");

        desk.move(id, right).hasStatus(200).field("flat").isEqualTo(right);

        desk.shows(wrong, 1, "3.00");
        desk.shows(right, 1, "2.50");
        desk.move(id, wrong).hasStatus(200);
        desk.shows(wrong, 2, "5.50");
        desk.shows(right, 0, "0.00");
    }
}

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("access")
@Timeout(60)
class AccessTests {
    private final Theatre theatre;

    AccessTests(Service service) {
        this.theatre = new Theatre(service);
    }

    @Test
    @Visible
    @DisplayName("A visitor books seats, sees the booking, and deletes it")
    void books() {
        Person visitor = theatre.visitor();
        String show = Theatre.freshShow();
        String kept = theatre.booked(visitor);

        Reply booked = theatre.book(visitor, Map.of("show", show, "seats", 3)).hasStatus(201);

        long id = booked.number("id");
        for (Reply reply : List.of(booked, theatre.look(visitor, "/bookings/" + id).hasStatus(200))) {
            assertThat(reply.number("id")).as("id of %s", reply).isEqualTo(id);
            reply.field("username").isEqualTo(visitor.username());
            reply.field("show").isEqualTo(show);
            reply.field("seats").isEqualTo(3);
            reply.field("admitted").isEqualTo(false);
        }
        theatre.delete(visitor, "/bookings/" + id).hasStatus(204);
        theatre.look(visitor, "/bookings/" + id).hasStatus(404);
        theatre.delete(visitor, "/bookings/" + id).hasStatus(404);
        theatre.look(visitor, kept).hasStatus(200);
    }

    @Test
    @Visible
    @DisplayName("A visitor admits nobody; the director appoints a clerk, who does")
    void appointsAClerk() {
        Person visitor = theatre.visitor();
        String booking = theatre.booked(visitor);
        theatre.admit(visitor, booking).hasStatus(403);
        theatre.look(visitor, booking).hasStatus(200).field("admitted").isEqualTo(false);
        String password = Theatre.freshPassword();
        String username = theatre.registered(password);

        theatre.putRole(theatre.director(), username, "clerk")
                .hasStatus(200)
                .field("role")
                .isEqualTo("clerk");

        Person clerk = theatre.loggedIn(username, password);
        theatre.me(clerk.token()).hasStatus(200).field("role").isEqualTo("clerk");
        theatre.admit(clerk, booking).hasStatus(200).field("admitted").isEqualTo(true);
        theatre.look(visitor, booking).hasStatus(200).field("admitted").isEqualTo(true);
    }

    @Test
    @Visible
    @DisplayName("Shows, seats and roles that are not as described answer 400")
    void checksFields() {
        Person visitor = theatre.visitor();
        theatre.book(visitor, booking("Ä", 1)).hasStatus(201);
        theatre.book(visitor, booking("x".repeat(80), 8)).hasStatus(201);
        for (Object seats : Arrays.asList(0, 9, -1, 1.5, "2", true, null)) {
            theatre.book(visitor, booking(Theatre.freshShow(), seats)).hasStatus(400);
        }
        for (Object show : Arrays.asList("", "x".repeat(81), 1984, true, null)) {
            theatre.book(visitor, booking(show, 2)).hasStatus(400);
        }
        theatre.call(visitor, "POST", "/bookings").body("application/json", "{\"show\":").send().hasStatus(400);
        Person director = theatre.director();
        for (Object role : List.of("", "admin", "Clerk", "clerk ", 1, List.of("clerk"))) {
            theatre.putRole(director, visitor.username(), role).hasStatus(400);
        }
        theatre.putRole(director, Theatre.freshName(), "clerk").hasStatus(404);
    }

    @Test
    @Weight(2)
    @DisplayName("Somebody else's booking is 404 to a visitor who looks or deletes, and stays")
    void protectsOthersBookings() {
        Person owner = theatre.visitor();
        String booking = theatre.booked(owner);

        theatre.look(theatre.otherVisitor(), booking).hasStatus(404);
        theatre.delete(theatre.otherVisitor(), booking).hasStatus(404);

        theatre.look(owner, booking).hasStatus(200);
    }

    @Test
    @Weight(2)
    @DisplayName("Visitors list their own bookings, clerks and managers all, in the order in which they were made")
    void listsBookings() {
        Person visitor = theatre.newVisitor();
        Person clerk = theatre.clerk();
        assertThat(list(visitor)).as("bookings of somebody who has just come").isEmpty();
        String deleted = theatre.booked(visitor);
        String first = theatre.booked(visitor);
        String own = theatre.booked(clerk);
        theatre.delete(clerk, deleted).hasStatus(204);
        String second = theatre.booked(visitor);

        assertThat(list(visitor)).as("bookings that a visitor sees").containsExactly(first, second);
        for (Person staff : List.of(clerk, theatre.director())) {
            assertThat(list(staff))
                    .as("bookings that %s of the staff sees", staff.username())
                    .containsSubsequence(first, own, second)
                    .doesNotContain(deleted);
        }
        theatre.look(clerk, first).hasStatus(200);
        theatre.admit(clerk, deleted).hasStatus(404);
    }

    @Test
    @Weight(2)
    @DisplayName("Nobody chooses their own role, or whose booking it is, by what they put into the body")
    void ignoresClaimsInTheBody() {
        String username = Theatre.freshName();
        String password = Theatre.freshPassword();
        theatre.register(Map.of("username", username, "password", password, "role", "manager")).hasStatus(201);
        Person visitor = theatre.loggedIn(username, password);
        theatre.me(visitor.token()).hasStatus(200).field("role").isEqualTo("visitor");
        theatre.call(visitor, "GET", "/users").send().hasStatus(403);

        Person victim = theatre.visitor();
        Reply booked = theatre.book(
                visitor,
                Map.of("show", Theatre.freshShow(), "seats", 8, "username", victim.username(), "admitted", true));
        booked.hasStatus(201).field("username").isEqualTo(username);
        booked.field("admitted").isEqualTo(false);
        theatre.look(visitor, "/bookings/" + booked.number("id")).hasStatus(200);
        theatre.look(victim, "/bookings/" + booked.number("id")).hasStatus(404);
    }

    @Test
    @Weight(2)
    @DisplayName("Only a manager lists accounts and changes roles")
    void keepsAccountsToManagers() {
        Person visitor = theatre.visitor();

        for (Person person : List.of(visitor, theatre.clerk())) {
            theatre.call(person, "GET", "/users").send().hasStatus(403);
            theatre.putRole(person, person.username(), "manager").hasStatus(403);
            theatre.putRole(person, visitor.username(), "clerk").hasStatus(403);
        }

        theatre.me(visitor.token()).hasStatus(200).field("role").isEqualTo("visitor");
        theatre.me(theatre.clerk().token()).hasStatus(200).field("role").isEqualTo("clerk");
    }

    @Test
    @Weight(2)
    @DisplayName("The role of the account decides, not the role in the token")
    void goesByTheAccount() {
        Person director = theatre.director();
        Person promoted = theatre.newVisitor();
        String booking = theatre.booked(theatre.visitor());
        String boasting = Tokens.signed(Tokens.claims(promoted.username(), "manager"));

        theatre.call(boasting, "GET", "/users").send().hasStatus(403);
        theatre.call(boasting, "GET", booking).send().hasStatus(404);
        theatre.putRole(director, promoted.username(), "manager").hasStatus(200);
        theatre.call(promoted, "GET", "/users").send().hasStatus(200);
        theatre.admit(promoted, booking).hasStatus(200);
        theatre.putRole(director, promoted.username(), "clerk").hasStatus(200);
        theatre.call(boasting, "GET", "/users").send().hasStatus(403);
        theatre.delete(promoted, booking).hasStatus(204);
        theatre.putRole(director, promoted.username(), "visitor").hasStatus(200);
        theatre.admit(promoted, theatre.booked(promoted)).hasStatus(403);
    }

    /** Unlike {@code Map.of}, with null as a value. */
    private static Map<String, Object> booking(Object show, Object seats) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("show", show);
        fields.put("seats", seats);
        return fields;
    }

    /** The paths of the bookings that a person is shown. */
    private List<String> list(Person person) {
        Reply reply = theatre.call(person, "GET", "/bookings").send().hasStatus(200);
        return reply.list("").stream()
                .map(one -> "/bookings/" + ((Map<?, ?>) one).get("id"))
                .toList();
    }
}

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What the service answers, whatever it is spoken to by. */
final class BoxOffice {
    private final Accounts accounts = new Accounts();
    private final Bookings bookings = new Bookings();
    private final Clock clock;

    BoxOffice(Clock clock) {
        this.clock = clock;
        accounts.add("director", "Curtain-up-at-8", Role.MANAGER);
    }

    Account register(Body body) {
        String username = body.newUsername();
        return accounts.add(username, body.newPassword(), Role.VISITOR)
                .orElseThrow(() -> new Refused(409, "The username " + username + " is taken."));
    }

    Map<String, Object> logIn(Body body) {
        Account account = accounts.findWith(body.text("username"), body.text("password"))
                .orElseThrow(() -> new Refused(401, "The username or the password is wrong."));
        return Map.of("token", Tokens.issue(account, clock.instant()), "expiresIn", Tokens.LIFETIME_SECONDS);
    }

    /** Whose token it is, with the role that they have now. */
    Account whoHas(String token) {
        return Tokens.usernameIn(token, clock.instant())
                .flatMap(accounts::find)
                .orElseThrow(() -> new Refused(401, "A token is needed that is signed, known and not expired."));
    }

    List<Account> accounts(Account account) {
        require(account.role() == Role.MANAGER);
        return accounts.all();
    }

    Account changeRole(Account account, String username, Body body) {
        require(account.role() == Role.MANAGER);
        return accounts.change(username, body.role()).orElseThrow(() -> new Refused(404, "There is no such account."));
    }

    Booking book(Account account, Body body) {
        return bookings.add(account.username(), body.show(), body.seats());
    }

    List<Booking> bookings(Account account) {
        return bookings.allFor(account);
    }

    Booking booking(Account account, String id) {
        return bookings.findFor(account, number(id)).orElseThrow(BoxOffice::noBooking);
    }

    void delete(Account account, String id) {
        bookings.remove(booking(account, id));
    }

    Booking admit(Account account, String id) {
        require(account.role().isStaff());
        return bookings.admit(number(id)).orElseThrow(BoxOffice::noBooking);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new Refused(403, "Your role does not allow this.");
        }
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw noBooking();
        }
    }

    private static Refused noBooking() {
        return new Refused(404, "There is no such booking.");
    }
}

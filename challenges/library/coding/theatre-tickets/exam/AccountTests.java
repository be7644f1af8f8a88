import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("accounts")
@Timeout(60)
class AccountTests {
    private static final int ROUNDS = 2;
    private static final int RIVALS = 4;

    private final Service service;
    private final Theatre theatre;

    AccountTests(Service service) {
        this.service = service;
        this.theatre = new Theatre(service);
    }

    @Test
    @Visible
    @DisplayName("Who registers is a visitor, and can log in")
    void registersVisitors() {
        String username = Theatre.freshName();
        String password = Theatre.freshPassword();

        Reply registered = theatre.register(username, password).hasStatus(201).hasContentType("application/json");

        registered.field("username").isEqualTo(username);
        registered.field("role").isEqualTo("visitor");
        Reply login = theatre.logIn(username, password).hasStatus(200);
        login.field("expiresIn").isEqualTo(900);
        theatre.me(login.text("token")).hasStatus(200).field("username").isEqualTo(username);
    }

    @Test
    @Visible
    @DisplayName("A username that is taken answers 409, and its password stays")
    void refusesATakenName() {
        Person visitor = theatre.visitor();
        String other = Theatre.freshPassword();

        theatre.register(visitor.username(), other).hasStatus(409);

        theatre.logIn(visitor.username(), visitor.password()).hasStatus(200);
        theatre.logIn(visitor.username(), other).hasStatus(401).hasNoField("token");
    }

    @Test
    @Visible
    @DisplayName("Usernames, passwords and bodies that are not as described answer 400, and take no username")
    void refusesMalformedBodies() {
        String username = Fresh.word(18) + "-7";
        for (String wrong :
                List.of("", Fresh.word(2), Fresh.word(21), "Greta", "gre ta", "gre_ta", "grëta", "greta\n", "../greta")) {
            theatre.register(wrong, Theatre.freshPassword()).hasStatus(400);
        }
        for (int length : List.of(0, 7, 129)) {
            theatre.register(username, Fresh.word(length)).hasStatus(400);
        }
        for (String path : List.of("/users", "/login")) {
            for (String body : List.of("", "{\"username\": \"" + username + "\"", "[]", "null")) {
                theatre.call("POST", path).body("application/json", body).send().hasStatus(400);
            }
            for (Map<String, ?> fields : List.<Map<String, ?>>of(
                    Map.of("username", username),
                    Map.of("password", Theatre.freshPassword()),
                    Map.of("username", username, "password", 12345678),
                    Map.of("username", 12345678, "password", Theatre.freshPassword()))) {
                theatre.call("POST", path).json(fields).send().hasStatus(400);
            }
        }
        theatre.register(username, Theatre.freshPassword()).hasStatus(201);
        theatre.register(Fresh.word(3), Fresh.word(8)).hasStatus(201);
    }

    @Test
    @Visible
    @DisplayName("Every refusal is JSON and says why")
    void explainsEveryRefusal() {
        Person visitor = theatre.visitor();

        explains(theatre.register(Fresh.word(2), Theatre.freshPassword()), 400);
        explains(theatre.register(visitor.username(), Theatre.freshPassword()), 409);
        explains(theatre.logIn(visitor.username(), Theatre.freshPassword()), 401);
        explains(theatre.call("GET", "/me").send(), 401);
        explains(theatre.call(visitor, "GET", "/users").send(), 403);
        explains(theatre.look(visitor, "/bookings/987654321"), 404);
    }

    private static void explains(Reply refusal, int status) {
        refusal.hasStatus(status).hasContentType("application/json");
        if (refusal.text("error").isBlank()) {
            throw refusal.failure("expected the field error to say why");
        }
    }

    @Test
    @Weight(2)
    @DisplayName("Every character of a password counts: case, spaces at the ends, and the 128th as much as the first")
    void comparesEveryCharacter() {
        String password = " Pillar-" + Fresh.word() + "€ ";
        String username = theatre.registered(password);
        theatre.logIn(username, password).hasStatus(200);
        for (String similar : List.of(password.toLowerCase(Locale.ROOT), password.strip(), password.replace('€', '?'))) {
            theatre.logIn(username, similar).hasStatus(401);
        }

        for (String beginning : List.of(Fresh.word(127), "ä".repeat(60))) {
            String longOne = beginning + "x";
            String owner = theatre.registered(longOne);
            theatre.logIn(owner, longOne).hasStatus(200);
            theatre.logIn(owner, beginning + "y").hasStatus(401);
        }
    }

    @Test
    @DisplayName("Of several who register a username at the same time, one gets it, with their password")
    void givesANameOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            String username = Theatre.freshName();
            String password = Theatre.freshPassword();

            List<Reply> replies = service.concurrently(RIVALS, i -> theatre.register(username, password + i));

            List<Integer> winners = IntStream.range(0, RIVALS)
                    .filter(i -> replies.get(i).hasStatusIn(201, 409).status() == 201)
                    .boxed()
                    .toList();
            assertThat(winners).as("who of %d got the username %s", RIVALS, username).hasSize(1);
            theatre.logIn(username, password + winners.getFirst()).hasStatus(200);
        }
    }

    @Test
    @Weight(2)
    @DisplayName("A login with an unknown username and one with a wrong password get the same answer")
    void tellsNobodyWhoHasAnAccount() {
        String username = theatre.visitor().username();
        String wrong = Theatre.freshPassword();

        Reply wrongPassword = theatre.logIn(username, wrong).hasStatus(401);
        Reply unknownUsername = theatre.logIn(Theatre.freshName(), wrong).hasStatus(401);

        assertThat(unknownUsername.body())
                .as("the body for an unknown username, compared with that for a wrong password")
                .isEqualTo(wrongPassword.body());
        theatre.logIn(username, "").hasStatus(401);
        theatre.logIn(username, Fresh.word(300)).hasStatus(401);
        theatre.logIn("Nobody has such a name!", wrong).hasStatus(401);
    }

    @Test
    @DisplayName("An account shows its username and role and nothing else; no answer repeats a password")
    void showsNothingElse() {
        String username = Theatre.freshName();
        String password = Theatre.freshPassword();
        String tooLong = Fresh.word(129);
        Map<String, String> account = Map.of("username", username, "role", "visitor");

        theatre.register(username, password).hasStatus(201).field("").isEqualTo(account);
        List<?> shown = theatre.call(theatre.director(), "GET", "/users").send().hasStatus(200).list("").stream()
                .filter(one -> one.toString().contains(username))
                .toList();
        assertThat(shown).as("what GET /users shows of %s", username).isEqualTo(List.of(account));
        theatre.putRole(theatre.director(), username, "clerk")
                .hasStatus(200)
                .field("")
                .isEqualTo(Map.of("username", username, "role", "clerk"));
        Reply login = theatre.logIn(username, password).hasStatus(200);
        theatre.me(login.text("token")).hasStatus(200).field("").isEqualTo(Map.of("username", username, "role", "clerk"));

        repeatsNot(password, login);
        repeatsNot(password, theatre.register(username, password).hasStatus(409));
        repeatsNot(tooLong, theatre.register(Theatre.freshName(), tooLong).hasStatus(400));
        repeatsNot(tooLong, theatre.logIn(username, tooLong).hasStatus(401));
    }

    private static void repeatsNot(String password, Reply reply) {
        if (reply.body().contains(password)) {
            throw reply.failure("expected an answer without the password " + password);
        }
    }
}

import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The service, as the people in and around the theatre use it. */
final class Theatre {
    /** Passwords are hashed slowly, and several people may come at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String DIRECTOR = "director";
    private static final String DIRECTORS_PASSWORD = "Curtain-up-at-8";

    /** Who the tests know, by what they are. They register and log in only once, because both are slow. */
    private static final Map<String, Person> CAST = new HashMap<>();

    private final Service service;

    Theatre(Service service) {
        this.service = service;
    }

    static String freshName() {
        return "v-" + Fresh.word();
    }

    static String freshPassword() {
        return "Row " + Fresh.word() + ", seat 7";
    }

    static String freshShow() {
        return "The " + Fresh.word();
    }

    /** A call without a token. */
    Call call(String method, String path) {
        return service.call(method, path).timeout(PATIENCE);
    }

    Call call(String token, String method, String path) {
        return call(method, path).header("Authorization", "Bearer " + token);
    }

    Call call(Person person, String method, String path) {
        return call(person.token(), method, path);
    }

    Reply me(String token) {
        return call(token, "GET", "/me").send();
    }

    Reply register(Map<String, ?> fields) {
        return call("POST", "/users").json(fields).send();
    }

    Reply register(String username, String password) {
        return register(Map.of("username", username, "password", password));
    }

    Reply logIn(String username, String password) {
        return call("POST", "/login")
                .json(Map.of("username", username, "password", password))
                .send();
    }

    String registered(String password) {
        String username = freshName();
        register(username, password).hasStatus(201);
        return username;
    }

    /** Has bookings from other tests. */
    Person visitor() {
        return CAST.computeIfAbsent("a visitor", _ -> newVisitor());
    }

    Person otherVisitor() {
        return CAST.computeIfAbsent("another visitor", _ -> newVisitor());
    }

    Person newVisitor() {
        String password = freshPassword();
        return loggedIn(registered(password), password);
    }

    /** Has been one since before the login, so that the token says it too. */
    Person clerk() {
        Person director = director();
        return CAST.computeIfAbsent("a clerk", _ -> {
            String password = freshPassword();
            String username = registered(password);
            putRole(director, username, "clerk").hasStatus(200);
            return loggedIn(username, password);
        });
    }

    Person director() {
        return CAST.computeIfAbsent("the director", _ -> loggedIn(DIRECTOR, DIRECTORS_PASSWORD));
    }

    Reply putRole(Person by, String username, Object role) {
        return call(by, "PUT", "/users/" + username + "/role")
                .json(Map.of("role", role))
                .send();
    }

    Person loggedIn(String username, String password) {
        return new Person(
                username, password, logIn(username, password).hasStatus(200).text("token"));
    }

    Reply book(Person person, Map<String, ?> fields) {
        return call(person, "POST", "/bookings").json(fields).send();
    }

    /** Makes a booking and returns its path. */
    String booked(Person person) {
        Map<String, Object> fields = Map.of("show", freshShow(), "seats", 2);
        return "/bookings/" + book(person, fields).hasStatus(201).number("id");
    }

    Reply look(Person person, String booking) {
        return call(person, "GET", booking).send();
    }

    Reply delete(Person person, String booking) {
        return call(person, "DELETE", booking).send();
    }

    Reply admit(Person person, String booking) {
        return call(person, "POST", booking + "/admit").send();
    }
}

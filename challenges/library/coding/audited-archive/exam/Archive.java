import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The archive, and the people who use it. */
final class Archive {
    /** September 2050. */
    static final long LONG_FROM_NOW = 2_546_000_000L;

    private static final String PASSWORD = "it-is-only-a-goose";

    private final Service service;

    Archive(Service service) {
        this.service = service;
    }

    /** The archivist of Ambleford. */
    Person ada() {
        return logIn("ada", "The-cellar-stayed-dry");
    }

    /** The archivist of Brindle. */
    Person bruno() {
        return logIn("bruno", "Not-one-goose-is-owed");
    }

    /** A new clerk of Ambleford. */
    Person clerk() {
        String username = "clerk-" + Fresh.word();
        addClerk(username, "Clara " + Fresh.word()).hasStatus(201);
        return logIn(username, PASSWORD);
    }

    Reply addClerk(String username, String name) {
        return ada().call("POST", "/accounts")
                .json(Map.of("username", username, "name", name, "password", PASSWORD))
                .send();
    }

    Person logIn(String username, String password) {
        Reply reply = tryToLogIn(username, password).hasStatus(200);
        return new Person(service, username, password, reply.text("token"));
    }

    Reply tryToLogIn(String username, String password) {
        return service.post("/login")
                .json(Map.of("username", username, "password", password))
                .send();
    }

    /** Makes a document with this title and returns its id. */
    static long document(Person archivist, String title) {
        return archivist
                .call("POST", "/documents")
                .json(described(title))
                .send()
                .hasStatus(201)
                .number("id");
    }

    static Map<String, Object> described(String title) {
        return Map.of("title", title, "year", Fresh.number(1200, 2000), "note", "Found behind the boiler.");
    }

    static Reply look(Person person, long document) {
        return person.call("GET", "/documents/" + document).send();
    }

    static Reply search(Person person, String wanted) {
        return person.call("GET", "/documents?q=" + encoded(wanted)).send();
    }

    /** The titles that a search has found. */
    static List<?> titles(Reply search) {
        return search.hasStatus(200).list("documents").stream()
                .map(found -> found instanceof Map<?, ?> document ? document.get("title") : found)
                .toList();
    }

    static Call file(Person person, String method, long document, String name) {
        return person.call(method, "/documents/" + document + "/files?name=" + encoded(name));
    }

    static Reply upload(Person person, long document, String name, String content) {
        return file(person, "PUT", document, name).body("text/plain", content).send();
    }

    static Reply download(Person person, long document, String name) {
        return file(person, "GET", document, name).send();
    }

    /** Shares a document and returns the link. */
    static String link(Person archivist, long document, long until) {
        return archivist
                .call("POST", "/documents/" + document + "/links")
                .json(Map.of("until", until))
                .send()
                .hasStatus(201)
                .text("link");
    }

    /** Opens a shared link without logging in. */
    Reply open(String link) {
        return service.get(link).send();
    }

    static Call logOut(Person person, String to) {
        return person.call("POST", "/logout?to=" + encoded(to));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

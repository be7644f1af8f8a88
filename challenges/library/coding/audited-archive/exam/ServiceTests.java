import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the archive is for. */
@Category("service")
@Visible
class ServiceTests {
    private final Service service;
    private final Archive archive;

    ServiceTests(Service service) {
        this.service = service;
        this.archive = new Archive(service);
    }

    @Test
    @DisplayName("People log in, and see who they are")
    void logsIn() {
        String username = "clerk-" + Fresh.word();
        String name = "Clement " + Fresh.word();
        archive.addClerk(username, name).hasStatus(201).field("role").isEqualTo("clerk");
        archive.addClerk(username, name).hasStatus(409);

        Person clerk = archive.logIn(username, "it-is-only-a-goose");

        Reply me = clerk.call("GET", "/me").send().hasStatus(200);
        me.field("username").isEqualTo(username);
        me.field("name").isEqualTo(name);
        me.field("municipality").isEqualTo("ambleford");
        me.field("role").isEqualTo("clerk");
        service.get("/me").send().hasStatus(401);
    }

    @Test
    @DisplayName("People change their names")
    void changesNames() {
        Person clerk = archive.clerk();
        String name = "Clarissa " + Fresh.word();

        clerk.call("PATCH", "/me").json(Map.of("name", name)).send().hasStatus(200).field("name").isEqualTo(name);

        clerk.call("PATCH", "/me").json(Map.of("name", "")).send().hasStatus(400);
        clerk.call("GET", "/me").send().field("name").isEqualTo(name);
    }

    @Test
    @DisplayName("Archivists add documents and change them")
    void keepsDocuments() {
        Person ada = archive.ada();
        String title = "Parish map " + Fresh.word();
        long id = Archive.document(ada, title);
        Map<String, Object> better = Map.of("title", title, "year", 1841, "note", "Upside down.");

        ada.call("PUT", "/documents/" + id).json(better).send().hasStatus(200);

        Reply shown = Archive.look(archive.clerk(), id).hasStatus(200);
        shown.field("title").isEqualTo(title);
        shown.field("year").isEqualTo(1841);
        shown.field("note").isEqualTo("Upside down.");
        shown.field("/addedBy/username").isEqualTo("ada");
        shown.field("files").isEqualTo(List.of());
        Archive.look(ada, 987_654_321).hasStatus(404);
    }

    @Test
    @DisplayName("A search finds titles by a part of them, sorted by title or year")
    void searches() {
        Person ada = archive.ada();
        String word = Fresh.word();
        add(ada, "C " + word, 1700);
        add(ada, "A " + word, 1900);
        add(ada, "B " + word, 1800);

        assertThat(Archive.titles(Archive.search(ada, word.toUpperCase())))
                .as("titles found")
                .isEqualTo(List.of("A " + word, "B " + word, "C " + word));
        assertThat(Archive.titles(
                        ada.call("GET", "/documents?sort=year&q=" + word).send()))
                .as("titles found, by year")
                .isEqualTo(List.of("C " + word, "B " + word, "A " + word));
    }

    @Test
    @DisplayName("Files are kept with their document")
    void keepsFiles() {
        Person ada = archive.ada();
        long id = Archive.document(ada, "Letters " + Fresh.word());
        String content = "Dear Mayor, about the " + Fresh.word() + "…\n";

        Archive.upload(ada, id, "letter.txt", "A first draft").hasStatus(204);
        Archive.upload(ada, id, "letter.txt", content).hasStatus(204);

        Reply fetched = Archive.download(archive.clerk(), id, "letter.txt").hasStatus(200);
        assertThat(fetched.body()).as("content of the file").isEqualTo(content);
        Archive.look(ada, id).field("files").isEqualTo(List.of("letter.txt"));
        Archive.download(ada, id, "answer.txt").hasStatus(404);
    }

    @Test
    @DisplayName("A shared link opens its document without a login, until it ends")
    void opensLinks() {
        Person ada = archive.ada();
        String title = "Recipe " + Fresh.word();
        long id = Archive.document(ada, title);

        Reply opened =
                archive.open(Archive.link(ada, id, Archive.LONG_FROM_NOW)).hasStatus(200);
        opened.field("title").isEqualTo(title);
        opened.field("note").isEqualTo("Found behind the boiler.");
        archive.open(Archive.link(ada, id, 1_000_000_000)).hasStatus(403);
    }

    @Test
    @DisplayName("Who logs out is led on, and is logged out")
    void logsOut() {
        Person clerk = archive.clerk();

        Archive.logOut(clerk, "/documents?sort=year").send().hasStatus(303).header("Location").isEqualTo("/documents?sort=year");

        clerk.call("GET", "/me").send().hasStatus(401);
        archive.ada().call("POST", "/logout").send().hasStatus(303).header("Location").isEqualTo("/");
    }

    @Test
    @DisplayName("A town does not see the other one's documents")
    void keepsTownsApart() {
        String title = "Invoice " + Fresh.word();
        long id = Archive.document(archive.bruno(), title);
        Person ada = archive.ada();

        Archive.look(ada, id).hasStatus(404);
        assertThat(Archive.titles(Archive.search(ada, title))).as("titles found").isEmpty();
    }

    private static void add(Person archivist, String title, int year) {
        archivist
                .call("POST", "/documents")
                .json(Map.of("title", title, "year", year, "note", ""))
                .send()
                .hasStatus(201);
    }
}

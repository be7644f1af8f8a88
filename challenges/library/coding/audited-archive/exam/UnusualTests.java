import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What looks dangerous and is nothing but a name, a title or an address. */
@Category("service")
class UnusualTests {
    private final Archive archive;

    UnusualTests(Service service) {
        this.archive = new Archive(service);
    }

    @Test
    @DisplayName("Titles with quotes, percent signs and words of SQL are kept and found as they stand")
    void findsEveryTitle() {
        Person ada = archive.ada();
        String word = Fresh.word();
        // A pattern would take the first for the second.
        List<String> titles = List.of(
                "10% of a goose " + word,
                "10 quarters of a goose " + word,
                "Mr O'Brien to the mayor " + word,
                "Select committee; minutes -- part 2, " + word,
                "Drop table, oak, as \"restored\" " + word,
                "C:\\papers\\new_1 " + word,
                "<b>Bold</b> & old " + word);
        titles.forEach(title -> Archive.document(ada, title));

        for (String title : titles) {
            assertThat(Archive.titles(Archive.search(ada, title)))
                    .as("titles found for: %s", title)
                    .isEqualTo(List.of(title));
        }
    }

    @Test
    @DisplayName("File names with dots, quotes, percent signs and umlauts are names like any other")
    void keepsEveryFileName() {
        Person ada = archive.ada();
        long id = Archive.document(ada, "Odd names " + Fresh.word());
        List<String> names = List.of(
                "%2e%2e%2fmap.txt",
                "%41.txt",
                "...",
                "..map",
                "100% of it.txt",
                "A.txt",
                "Größe & Gewicht.txt",
                "O'Brien, 1 + 1.txt",
                "etc passwd",
                "map..final.v2");
        for (String name : names) {
            Archive.upload(ada, id, name, "This is " + name).hasStatus(204);
        }

        for (String name : names) {
            assertThat(Archive.download(ada, id, name).hasStatus(200).body())
                    .as("content of the file %s", name)
                    .isEqualTo("This is " + name);
        }
        assertThat(Archive.look(ada, id).list("files"))
                .as("names of the files")
                .isEqualTo(names);
    }

    @Test
    @DisplayName("People have names with apostrophes and other characters")
    void keepsEveryName() {
        Person clerk = archive.clerk();
        for (String name : List.of("Siobhán O'Brien", "Ann \"Nan\" Lee & Sons <nan@brindle>", "Robert'); drop table accounts; --")) {
            clerk.call("PATCH", "/me").json(Map.of("name", name)).send().hasStatus(200).field("name").isEqualTo(name);
            clerk.call("GET", "/me").send().hasStatus(200).field("name").isEqualTo(name);
        }
    }

    @Test
    @DisplayName("Every path on this site is a place to go to after logging out")
    void leadsToEveryPath() {
        for (String path : List.of(
                "/documents?q=O%27Brien&sort=year",
                "/documents/7/files?name=a%20b..c",
                "/about//us/",
                "/@desk",
                "/?next=https://goose.example/",
                "/opening-times:today")) {
            Archive.logOut(archive.ada(), path).send().hasStatus(303).header("Location").isEqualTo(path);
        }
    }
}

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the auditor did, and what she would have done next. */
@Category("attacks")
class AttackTests {
    private static final Set<String> ACCOUNT = Set.of("username", "name", "municipality", "role");

    private final Archive archive;

    AttackTests(Service service) {
        this.archive = new Archive(service);
    }

    @Test
    @DisplayName("A search text is looked for, whatever stands in it")
    void searchesOnly() {
        Person ada = archive.ada();
        String word = Fresh.word();
        for (String wanted : List.of(
                word + "') in lower(title)) > 0 or true --",
                word + "'') in lower(title)) > 0 or true --",
                word + "\\') in lower(title)) > 0 or true --",
                word + "' or 'goose' like '%",
                word + "') in '')) > 0 union select 1, username || password_hash, 1 from accounts order by title --")) {
            assertThat(Archive.titles(Archive.search(ada, wanted)))
                    .as("titles found for: %s", wanted)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("Nothing but title and year can be sorted by")
    void sortsOnlyByTitleOrYear() {
        Person ada = archive.ada();
        for (String sort : List.of(
                "note",
                "municipality",
                "year desc",
                "title,year",
                "(select/**/password_hash/**/from/**/accounts/**/limit/**/1)",
                "case when exists (select 1 from accounts where role = 'archivist') then year else id end",
                "title; update accounts set role = 'archivist'")) {
            ada.call("GET", "/documents?sort=" + Archive.encoded(sort)).send().hasStatus(400);
        }
    }

    @Test
    @DisplayName("A download reads no file but those of the document")
    void readsNoOtherFiles() {
        Person bruno = archive.bruno();
        long theirs = Archive.document(bruno, "Geese " + Fresh.word());
        String secret = "One goose, fat. " + Fresh.word();
        Archive.upload(bruno, theirs, "owed.txt", secret).hasStatus(204);
        Person ada = archive.ada();
        long ours = Archive.document(ada, "Ducks " + Fresh.word());
        Archive.upload(ada, ours, "owed.txt", "No duck").hasStatus(204);

        for (String name : List.of(
                "../" + theirs + "/owed.txt",
                "./../" + theirs + "/owed.txt",
                "....//" + theirs + "/owed.txt",
                "..././" + theirs + "/owed.txt",
                "../../files/" + theirs + "/owed.txt",
                "..%2f" + theirs + "%2fowed.txt",
                "..\\" + theirs + "\\owed.txt",
                "/etc/passwd",
                "../../../../../../../etc/passwd",
                "../../main.py",
                "../../main.js",
                "../../Main.java")) {
            Reply reply = Archive.download(ada, ours, name).hasStatusIn(400, 404);
            assertThat(reply.body()).as("answer to the download of %s", name).doesNotContain(secret);
        }
    }

    @Test
    @DisplayName("An upload writes no file but those of the document")
    void writesNoOtherFiles() {
        Person bruno = archive.bruno();
        long theirs = Archive.document(bruno, "Geese " + Fresh.word());
        String content = "One goose, fat. " + Fresh.word();
        Archive.upload(bruno, theirs, "owed.txt", content).hasStatus(204);
        Person ada = archive.ada();
        long ours = Archive.document(ada, "Ducks " + Fresh.word());

        for (String name : List.of(
                "../" + theirs + "/owed.txt",
                "....//" + theirs + "/owed.txt",
                "./owed.txt",
                "../" + Fresh.word() + ".txt",
                "/tmp/" + Fresh.word(),
                ".",
                "..",
                "a\nb",
                "a\u0000.txt",
                "")) {
            Archive.upload(ada, ours, name, "No goose at all.").hasStatus(400);
        }

        assertThat(Archive.download(bruno, theirs, "owed.txt").hasStatus(200).body())
                .as("content of the other town's file")
                .isEqualTo(content);
        Archive.look(ada, ours).field("files").isEqualTo(List.of());
    }

    @Test
    @DisplayName("What belongs to the other town can be neither read nor changed nor shared")
    void touchesNothingForeign() {
        Person bruno = archive.bruno();
        String title = "Geese " + Fresh.word();
        long theirs = Archive.document(bruno, title);
        Archive.upload(bruno, theirs, "owed.txt", "One goose").hasStatus(204);
        Person ada = archive.ada();
        String path = "/documents/" + theirs;

        Archive.download(ada, theirs, "owed.txt").hasStatus(404);
        Archive.upload(ada, theirs, "owed.txt", "No goose").hasStatus(404);
        ada.call("PUT", path).json(Archive.described("Gone")).send().hasStatus(404);
        ada.call("POST", path + "/links").json(Map.of("until", Archive.LONG_FROM_NOW)).send().hasStatus(404);

        Archive.look(bruno, theirs).field("title").isEqualTo(title);
        assertThat(Archive.download(bruno, theirs, "owed.txt").body())
                .as("content of the other town's file")
                .isEqualTo("One goose");
    }

    @Test
    @DisplayName("Clerks look, and change nothing")
    void clerksOnlyLook() {
        String title = "Charter " + Fresh.word();
        long id = Archive.document(archive.ada(), title);
        Person clerk = archive.clerk();
        String path = "/documents/" + id;

        clerk.call("POST", "/documents").json(Archive.described("Mine")).send().hasStatus(403);
        clerk.call("PUT", path).json(Archive.described("Mine")).send().hasStatus(403);
        Archive.upload(clerk, id, "mine.txt", "Mine").hasStatus(403);
        clerk.call("POST", path + "/links").json(Map.of("until", Archive.LONG_FROM_NOW)).send().hasStatus(403);
        clerk.call("POST", "/accounts")
                .json(Map.of("username", Fresh.word(), "name", "Me too", "password", "12345678"))
                .send()
                .hasStatus(403);

        Reply shown = Archive.look(clerk, id).hasStatus(200);
        shown.field("title").isEqualTo(title);
        shown.field("files").isEqualTo(List.of());
    }

    @Test
    @DisplayName("People change nothing of themselves but their names")
    void nobodyPromotesThemselves() {
        Person clerk = archive.clerk();
        String name = "Clovis " + Fresh.word();
        for (String field : List.of(
                "role",
                "municipality",
                "username",
                "password_hash",
                "passwordHash",
                "id",
                "role = 'archivist', municipality",
                "name = 'Nobody', role")) {
            Object value = field.endsWith("role") ? "archivist" : field.equals("id") ? 1 : "brindle";
            Reply changed = clerk.call("PATCH", "/me")
                    .json(Map.of("name", name, field, value))
                    .send()
                    .hasStatus(200);
            changed.field("").isEqualTo(clerkOfAmbleford(clerk, name));
        }

        Reply me = archive.logIn(clerk.username(), clerk.password()).call("GET", "/me").send();
        me.field("").isEqualTo(clerkOfAmbleford(clerk, name));
    }

    @Test
    @DisplayName("Accounts and documents are shown with the fields that are meant to be seen")
    void showsNothingElse() {
        String username = "clerk-" + Fresh.word();
        hasFields(archive.addClerk(username, "Clea"), "", ACCOUNT);
        hasFields(archive.tryToLogIn(username, "it-is-only-a-goose"), "/account", ACCOUNT);
        Person ada = archive.ada();
        hasFields(ada.call("GET", "/me").send(), "", ACCOUNT);
        hasFields(ada.call("PATCH", "/me").json(Map.of("name", "Ada Quill")).send(), "", ACCOUNT);

        Map<String, Object> described = Archive.described("Deed " + Fresh.word());
        Reply made = ada.call("POST", "/documents").json(described).send().hasStatus(201);
        String path = "/documents/" + made.number("id");
        Set<String> document = Set.of("id", "title", "year", "note", "addedBy", "files");
        for (Reply reply : List.of(
                made,
                ada.call("PUT", path).json(described).send(),
                ada.call("GET", path).send())) {
            hasFields(reply, "", document);
            hasFields(reply, "/addedBy", ACCOUNT);
        }
        String link = Archive.link(ada, made.number("id"), Archive.LONG_FROM_NOW);
        hasFields(archive.open(link), "", Set.of("title", "year", "note"));
    }

    @Test
    @DisplayName("A link opens nothing without the whole of its signature")
    void wantsTheWholeSignature() {
        Person ada = archive.ada();
        String link = Archive.link(ada, Archive.document(ada, "Will " + Fresh.word()), Archive.LONG_FROM_NOW);
        String unsigned = link.substring(0, link.indexOf("signature=") + "signature=".length());
        String signature = link.substring(unsigned.length());

        List<String> forged = new ArrayList<>(List.of(
                unsigned.replace("&signature=", ""),
                unsigned,
                link + "0",
                unsigned + Archive.encoded("ü"),
                unsigned + "null",
                unsigned + "0".repeat(signature.length())));
        for (int length : List.of(1, signature.length() / 2, signature.length() - 1)) {
            forged.add(unsigned + signature.substring(0, length));
        }
        forged.forEach(address -> archive.open(address).hasStatus(403));
        archive.open(link).hasStatus(200);
    }

    @Test
    @DisplayName("A link opens one document until one moment")
    void opensOneDocumentUntilOneMoment() {
        Person ada = archive.ada();
        long shared = documentWithALongId(ada);
        long kept = Archive.document(ada, "Kept " + Fresh.word());
        String link = Archive.link(ada, shared, Archive.LONG_FROM_NOW);
        String ended = Archive.link(ada, shared, 1_000_000_000);

        String longer = String.valueOf(Archive.LONG_FROM_NOW + 1);
        archive.open(link.replace(String.valueOf(Archive.LONG_FROM_NOW), longer)).hasStatus(403);
        archive.open(ended.replace("1000000000", longer)).hasStatus(403);
        archive.open(link.replace("/shared/" + shared, "/shared/" + kept)).hasStatus(403);
        // The same digits, parted elsewhere: /shared/12?until=3… and /shared/1?until=23…
        String id = String.valueOf(shared);
        for (int digits = 1; digits < id.length(); digits++) {
            archive.open(link.replace("/shared/" + id, "/shared/" + id.substring(0, digits))
                            .replace("until=", "until=" + id.substring(digits)))
                    .hasStatus(403);
        }
        archive.open(link).hasStatus(200);
    }

    @Test
    @DisplayName("Nobody is led away from the archive")
    void leadsNowhereElse() {
        for (String to : List.of(
                "https://goose.example/",
                "//goose.example/",
                "///goose.example/",
                "/\\goose.example/",
                "\\\\goose.example/",
                "/\t/goose.example/",
                " //goose.example/",
                "http:goose.example",
                "javascript:alert(1)",
                "documents",
                "/documents\r\nSet-Cookie: goose=fat",
                "/documents\n",
                "")) {
            Reply reply = Archive.logOut(archive.ada(), to).send().hasStatus(303);
            reply.header("Location").isEqualTo("/");
            assertThat(reply.headerValue("Set-Cookie")).as("Set-Cookie").isEmpty();
        }
    }

    @Test
    @DisplayName("A failed login does not tell whether there is such an account")
    void keepsQuietAboutAccounts() {
        Person clerk = archive.clerk();

        Reply wrongPassword = archive.tryToLogIn(clerk.username(), "it-is-not-a-goose").hasStatus(401);
        Reply noAccount = archive.tryToLogIn("clerk-" + Fresh.word(), "it-is-not-a-goose").hasStatus(401);

        assertThat(noAccount.body())
                .as("answer to an unknown username, compared with that to a wrong password")
                .isEqualTo(wrongPassword.body());
        archive.tryToLogIn(clerk.username() + "' or '1' = '1", clerk.password()).hasStatus(401);
    }

    /** A document whose id has more than one digit. */
    private static long documentWithALongId(Person archivist) {
        long id;
        do {
            id = Archive.document(archivist, "Shared " + Fresh.word());
        } while (id < 10);
        return id;
    }

    private static void hasFields(Reply reply, String at, Set<String> expected) {
        reply.hasStatusIn(200, 201)
                .field(at)
                .satisfies(shown -> assertThat(shown instanceof Map<?, ?> map ? map.keySet() : Set.of())
                        .as("fields of the answer to %s%s", reply, at)
                        .isEqualTo(expected));
    }

    private static Map<String, String> clerkOfAmbleford(Person clerk, String name) {
        return Map.of("username", clerk.username(), "name", name, "municipality", "ambleford", "role", "clerk");
    }
}

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("queries")
class QueryTests {
    private final Choir choir;

    QueryTests(Service service) {
        this.choir = new Choir(service);
    }

    @Test
    @Visible
    @DisplayName("A score is shown with its copies, and one that there is not as null")
    void showsAScore() {
        String title = "Requiem " + Fresh.word();
        String composer = "Dora " + Fresh.word();
        String id = choir.addScore(Map.of("title", title, "composer", composer, "voices", List.of("ALTO", "BASS"), "copies", 2));

        Reply shown = choir.get(
                "query ($id: ID!) { score(id: $id) { id title composer voices copiesLeft copies { number borrower { name } } } }",
                Map.of("id", id));

        shown.field("/data/score/id").isEqualTo(id);
        shown.field("/data/score/title").isEqualTo(title);
        shown.field("/data/score/composer").isEqualTo(composer);
        shown.field("/data/score/voices").isEqualTo(List.of("ALTO", "BASS"));
        shown.field("/data/score/copiesLeft").isEqualTo(2);
        assertThat(shown.list("/data/score/copies").stream().map(copy -> ((Map<?, ?>) copy).get("number")))
                .as("numbers of the copies")
                .isEqualTo(List.of(1, 2));
        shown.field("/data/score/copies/0/borrower").isNull();
        Reply nothing = choir.get("{ score(id: \"no-such\") { title } singer(id: \"no-such\") { name } }", Map.of());
        nothing.field("/data/score").isNull();
        nothing.field("/data/singer").isNull();
    }

    @Test
    @Visible
    @DisplayName("A composer's scores come in pages, sorted by title")
    void pages() {
        String composer = "Edwin " + Fresh.word();
        for (String title : List.of("Dusk", "Advent", "Credo", "Easter", "Benedictus")) {
            choir.addScore(title, composer, 1);
        }
        choir.addScore("Another's", "Not " + composer, 1);

        Reply first = choir.page(composer, 3, null);
        assertThat(Choir.titles(first)).as("first page").isEqualTo(List.of("Advent", "Benedictus", "Credo"));
        first.field("/data/scores/totalCount").isEqualTo(5);
        first.field("/data/scores/pageInfo/hasNextPage").isEqualTo(true);
        first.field("/data/scores/pageInfo/endCursor").isEqualTo(first.text("/data/scores/edges/2/cursor"));

        Reply second = choir.page(composer, 3, Choir.endCursor(first));
        assertThat(Choir.titles(second)).as("second page").isEqualTo(List.of("Dusk", "Easter"));
        second.field("/data/scores/totalCount").isEqualTo(5);
        second.field("/data/scores/pageInfo/hasNextPage").isEqualTo(false);
    }

    @Test
    @DisplayName("Pages go on where they were when scores are added in between")
    void goesOnWhereItWas() {
        String composer = "Frida " + Fresh.word();
        for (String title : List.of("Credo", "a cappella", "Gloria", "Kyrie", "Sanctus")) {
            choir.addScore(title, composer, 1);
        }
        Reply first = choir.page(composer, 2, null);

        choir.addScore("Agnus Dei", composer, 1);
        choir.addScore("Hosanna", composer, 1);

        assertThat(Choir.titles(choir.page(composer, 9, Choir.endCursor(first))))
                .as("page after Credo and Gloria")
                .isEqualTo(List.of("Hosanna", "Kyrie", "Sanctus", "a cappella"));
    }

    @Test
    @DisplayName("Scores with the same title come one after the other, in the order in which they were added")
    void listsEqualTitles() {
        String composer = "Gustav " + Fresh.word();
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            added.add(choir.addScore("Requiem", composer, 1));
        }

        List<Object> listed = new ArrayList<>();
        String after = null;
        for (int page = 0; page < 3; page++) {
            Reply reply = choir.page(composer, 5, after);
            Choir.nodes(reply).forEach(node -> listed.add(node.get("id")));
            after = Choir.endCursor(reply);
        }

        assertThat(listed).as("ids on three pages of five").isEqualTo(added);
    }

    @Test
    @DisplayName("A page holds ten unless it is told otherwise, and there is no next one after the last score")
    void knowsWhereTheListEnds() {
        String composer = "Hanna " + Fresh.word();
        for (int i = 0; i < 10; i++) {
            choir.addScore("Psalm " + i, composer, 1);
        }
        String tenOf = "query ($composer: String) { scores(composer: $composer) "
                + "{ totalCount edges { cursor } pageInfo { hasNextPage endCursor } } }";

        Reply ten = choir.get(tenOf, Map.of("composer", composer));
        assertThat(ten.list("/data/scores/edges")).as("first page").hasSize(10);
        ten.field("/data/scores/pageInfo/hasNextPage").isEqualTo(false);

        choir.addScore("Psalm 99", composer, 1);
        Reply tenOfEleven = choir.get(tenOf, Map.of("composer", composer));
        assertThat(tenOfEleven.list("/data/scores/edges")).as("first page").hasSize(10);
        tenOfEleven.field("/data/scores/pageInfo/hasNextPage").isEqualTo(true);

        Reply none = choir.get(tenOf, Map.of("composer", composer.toUpperCase()));
        none.field("/data/scores/totalCount").isEqualTo(0);
        none.field("/data/scores/edges").isEqualTo(List.of());
        none.field("/data/scores/pageInfo/hasNextPage").isEqualTo(false);
        none.field("/data/scores/pageInfo/endCursor").isNull();
    }

    @Test
    @DisplayName("Without a composer, and with null, the scores of all composers are listed")
    void listsAllComposers() {
        String all = "{ missing: scores { totalCount } none: scores(composer: null) { totalCount } }";
        Reply before = choir.get(all, Map.of());

        choir.addScore(1);
        choir.addScore(1);

        Reply after = choir.get(all, Map.of());
        for (String list : List.of("missing", "none")) {
            String totalCount = "/data/" + list + "/totalCount";
            assertThat(after.number(totalCount) - before.number(totalCount))
                    .as("scores that two composers have added to %s", totalCount)
                    .isEqualTo(2);
        }
    }

    @Test
    @DisplayName("Aliases, fragments and directives mean what they mean in GraphQL")
    void speaksTheLanguage() {
        String word = Fresh.word();
        String mass = choir.addScore("Mass " + word, "Ida", 1);
        String carol = choir.addScore("Carol " + word, "Ida", 3);

        Reply shown = choir.get(
                """
                query Both($a: ID!, $b: ID!, $more: Boolean!) {
                  big: score(id: $a) { ...short }
                  small: score(id: $b) { ...short left: copiesLeft composer @skip(if: $more) voices @include(if: $more) }
                }
                fragment short on Score { __typename name: title }
                """,
                Map.of("a", mass, "b", carol, "more", false));

        shown.field("/data").isEqualTo(Map.of(
                "big", Map.of("__typename", "Score", "name", "Mass " + word),
                "small", Map.of("__typename", "Score", "name", "Carol " + word, "left", 3, "composer", "Ida")));
    }

    @Test
    @DisplayName("From a score one gets to its borrowers, and on to what they have")
    void goesRoundInCircles() {
        String score = choir.addScore(2);
        String other = choir.addScore(2);
        String singer = choir.addSinger();
        choir.lent(other, singer);
        choir.lent(score, singer);

        Reply shown = choir.get(
                "query ($id: ID!) { score(id: $id) { copies { borrower { copies { number score { id copies { borrower { id } } } } } } } }",
                Map.of("id", score));

        Map<String, Object> copies = Map.of(
                "copies", List.of(copy(score, singer), copy(other, singer)));
        shown.field("/data/score/copies/0/borrower").isEqualTo(copies);
        shown.field("/data/score/copies/1/borrower").isNull();
    }

    private static Map<String, Object> copy(String score, String singer) {
        List<Object> all = new ArrayList<>();
        all.add(Map.of("borrower", Map.of("id", singer)));
        Map<String, Object> free = new HashMap<>();
        free.put("borrower", null);
        all.add(free);
        return Map.of("number", 1, "score", Map.of("id", score, "copies", all));
    }

    @Test
    @DisplayName("Copies are shown all, or those that are lent, or those that are not")
    void filtersCopies() {
        String score = choir.addScore(3);
        choir.lent(score, choir.addSinger());

        Reply shown = choir.get(
                """
                query ($id: ID!, $nothing: Boolean) {
                  score(id: $id) {
                    all: copies { number } any: copies(lent: $nothing) { number }
                    lent: copies(lent: true) { number } free: copies(lent: false) { number }
                    copiesLeft
                  }
                }
                """,
                Map.of("id", score));

        List<Object> all = List.of(Map.of("number", 1), Map.of("number", 2), Map.of("number", 3));
        shown.field("/data/score/all").isEqualTo(all);
        shown.field("/data/score/any").isEqualTo(all);
        shown.field("/data/score/lent").isEqualTo(all.subList(0, 1));
        shown.field("/data/score/free").isEqualTo(all.subList(1, 3));
        shown.field("/data/score/copiesLeft").isEqualTo(2);
    }
}

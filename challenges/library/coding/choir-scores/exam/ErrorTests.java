import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("errors")
class ErrorTests {
    private final Choir choir;

    ErrorTests(Service service) {
        this.choir = new Choir(service);
    }

    @Test
    @Visible
    @DisplayName("A query that the schema does not know is answered with errors, and without data")
    void refusesInvalidQueries() {
        for (String query : List.of("{ score(id: 1) { title price } }", "{ score { title } }", "{ score(id: 1) {", "{ score(id: 1) }")) {
            Reply refused = choir.ask(query).hasNoField("data");
            assertThat(refused.text("/errors/0/message")).as("message").isNotBlank();
            assertThat(refused.number("/errors/0/locations/0/line")).as("line of the error").isEqualTo(1);
        }
        choir.ask("query ($id: ID!) { score(id: $id) { title } }").hasNoField("data").list("/errors");
    }

    @Test
    @Visible
    @DisplayName("A body that is no request of GraphQL answers 400")
    void refusesOtherBodies() {
        choir.sendText("{\"query\": ").hasStatus(400).list("/errors");
        choir.sendText("[]").hasStatus(400).list("/errors");
        choir.send(Map.of("variables", Map.of())).hasStatus(400).list("/errors");
        choir.send(Map.of("query", List.of("{ __typename }"))).hasStatus(400).list("/errors");
    }

    @Test
    @DisplayName("Of several operations the one is carried out that the request names; a single one needs no name")
    void carriesOutTheNamedOperation() {
        String composer = "Nils " + Fresh.word();
        choir.addScore("Ode", composer, 1);
        String both = "query Total { scores(composer: \"%s\") { totalCount } } query Titles { scores(composer: \"%s\") { edges { node { title } } } }"
                .formatted(composer, composer);

        choir.send(Map.of("query", both, "operationName", "Titles"))
                .hasNoField("errors")
                .field("/data/scores")
                .isEqualTo(Map.of("edges", List.of(Map.of("node", Map.of("title", "Ode")))));
        choir.send(Map.of("query", both, "operationName", "Total"))
                .hasNoField("errors")
                .field("/data/scores/totalCount")
                .isEqualTo(1);
        choir.ask(both).hasNoField("data").list("/errors");

        Map<String, Object> nulls = new HashMap<>();
        nulls.put("query", "{ scores(composer: \"%s\") { totalCount } }".formatted(composer));
        nulls.put("variables", null);
        nulls.put("operationName", null);
        choir.send(nulls).hasStatus(200).hasNoField("errors").field("/data/scores/totalCount").isEqualTo(1);
    }

    @Test
    @Visible
    @DisplayName("A phone number that is refused is null, with an error that says where, and the rest is there")
    void refusesPhoneNumbers() {
        String name = "Olga " + Fresh.word();

        Reply shown = choir.ask(
                "query ($id: ID!) { who: singer(id: $id) { name phone copies { number } } }",
                Map.of("id", choir.addSinger(name)));

        shown.field("/data/who/name").isEqualTo(name);
        shown.field("/data/who/phone").isNull();
        shown.field("/data/who/copies").isEqualTo(List.of());
        hasOneError(shown, "FORBIDDEN", List.of("who", "phone"));
    }

    @Test
    @DisplayName("An address that is refused takes its singer with it, and nobody else")
    void refusesAddresses() {
        String score = choir.addScore(3);
        choir.lent(score, choir.addSinger());
        String query = "query ($id: ID!) { score(id: $id) { title copies { number borrower { name address { town } } } } }";

        Reply shown = choir.ask(query, Map.of("id", score));

        shown.field("/data/score/copies/0/number").isEqualTo(1);
        shown.field("/data/score/copies/0/borrower").isNull();
        shown.field("/data/score/copies/2/number").isEqualTo(3);
        hasOneError(shown, "FORBIDDEN", List.of("score", "copies", 0, "borrower", "address"));
    }

    @Test
    @DisplayName("The librarian sees phone numbers and addresses")
    void showsThemToTheLibrarian() {
        String name = "Petra " + Fresh.word();

        Reply shown = choir.askAsLibrarian(
                "query ($id: ID!) { singer(id: $id) { phone address { street town } } }",
                Map.of("id", choir.addSinger(name)));

        shown.hasNoField("errors");
        shown.field("/data/singer")
                .isEqualTo(Map.of(
                        "phone", "0151 " + name, "address", Map.of("street", "1 " + name, "town", "Upper Dell")));
        String unlisted =
                choir.addSinger(Map.of("name", name, "voice", "BASS", "street", "The Mill", "town", "Upper Dell"));
        choir.askAsLibrarian("query ($id: ID!) { singer(id: $id) { phone } }", Map.of("id", unlisted))
                .hasNoField("errors")
                .field("/data/singer/phone")
                .isNull();
    }

    @Test
    @DisplayName("A page of an impossible size, and one after something that is no cursor, are errors")
    void refusesImpossiblePages() {
        String composer = "Quirin " + Fresh.word();
        choir.addScore("Ode", composer, 1);

        for (int first : new int[] {0, -1, 51}) {
            hasOneError(choir.page(composer, first, null).hasNoField("data"), "BAD_INPUT", List.of("scores"));
        }
        for (String after : List.of("", "no cursor", "bm9uZQ==", "%%%")) {
            hasOneError(choir.page(composer, 5, after).hasNoField("data"), "BAD_INPUT", List.of("scores"));
        }
        assertThat(Choir.titles(choir.page(composer, 50, null))).as("titles").isEqualTo(List.of("Ode"));
    }

    @Test
    @DisplayName("Giving back what is not lent is an error, and what else was asked for is done")
    void refusesToTakeBack() {
        String score = choir.addScore(2);
        String singer = choir.addSinger();
        choir.lent(score, singer);

        Reply answer = choir.ask(
                """
                mutation ($score: ID!) {
                  first: giveBack(scoreId: $score, number: 2) { number }
                  second: giveBack(scoreId: $score, number: 1) { number }
                }
                """,
                Map.of("score", score));

        answer.field("/data/first").isNull();
        answer.field("/data/second/number").isEqualTo(1);
        hasOneError(answer, "NOT_LENT", List.of("first"));
        hasOneError(choir.giveBack("no-such", 1), "NOT_LENT", List.of("giveBack"));
        hasOneError(choir.giveBack(score, 3), "NOT_LENT", List.of("giveBack"));
    }

    @Test
    @DisplayName("What is more than eight fields deep is refused, through fragments too, and not carried out")
    void refusesDeepQueries() {
        String score = choir.addScore(1);
        String singer = choir.addSinger();
        Map<String, String> ids = Map.of("score", score, "singer", singer);
        String eight = "{ score { copies { borrower { copies { score { copies { number } } } } } } }";
        String lend = "mutation ($score: ID!, $singer: ID!) { lend(scoreId: $score, singerId: $singer) { ... on Copy %s } }";

        String nine = "{ score { copies { borrower { copies { score { copies { borrower { name } } } } } } } }";
        isTooDeep(choir.ask(lend.formatted(nine), ids));
        isTooDeep(choir.ask(
                lend.formatted("{ score { copies { ...who } } }")
                        + " fragment who on Copy { borrower { copies { score { copies { borrower { name } } } } } }",
                ids));
        isTooDeep(choir.ask(
                "query ($score: ID!) { score(id: $score) { copies { score { copies { ... { score { copies { score { copies { number } } } } } } } } } }",
                Map.of("score", score)));

        String deep = "query Deep { singer(id: 1) { copies { score { copies { score { copies { score { copies { number } } } } } } } } }";
        choir.send(Map.of("query", deep + " query Flat { singer(id: \"no-such\") { name } }", "operationName", "Flat"))
                .hasStatus(200)
                .hasNoField("errors");
        assertThat(choir.ask(lend.formatted(eight), ids)
                        .hasNoField("errors")
                        .number("/data/lend/score/copies/0/borrower/copies/0/score/copies/0/number"))
                .as("number of the copy")
                .isEqualTo(1);
    }

    private static void isTooDeep(Reply reply) {
        reply.hasNoField("data").field("/errors/0/extensions/code").isEqualTo("TOO_DEEP");
    }

    private static void hasOneError(Reply reply, String code, List<?> path) {
        assertThat(reply.list("/errors")).as("errors of %s", reply).hasSize(1);
        reply.field("/errors/0/extensions/code").isEqualTo(code);
        reply.field("/errors/0/path").isEqualTo(path);
        assertThat(reply.text("/errors/0/message")).as("message").isNotBlank();
    }
}

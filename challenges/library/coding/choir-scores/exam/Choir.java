import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.util.List;
import java.util.Map;

/** The choir's library, as its members ask it. */
final class Choir {
    static final List<String> ALL_VOICES = List.of("SOPRANO", "ALTO", "TENOR", "BASS");

    private final Service service;

    Choir(Service service) {
        this.service = service;
    }

    /** An answer of GraphQL, with errors or without. */
    Reply ask(String query, Map<String, ?> variables) {
        return call(query, variables).send().hasStatus(200).hasContentType("application/json");
    }

    Reply ask(String query) {
        return ask(query, Map.of());
    }

    Reply askAsLibrarian(String query, Map<String, ?> variables) {
        return call(query, variables).header("X-Librarian", "yes").send().hasStatus(200);
    }

    /** An answer that must be free of errors. */
    Reply get(String query, Map<String, ?> variables) {
        return ask(query, variables).hasNoField("errors");
    }

    Reply send(Object body) {
        return service.post("/graphql").json(body).send();
    }

    Reply sendText(String body) {
        return service.post("/graphql").body("application/json", body).send();
    }

    private Call call(String query, Map<String, ?> variables) {
        return service.post("/graphql").json(Map.of("query", query, "variables", variables));
    }

    static Map<String, Object> score(String title, String composer, int copies) {
        return Map.of("title", title, "composer", composer, "voices", ALL_VOICES, "copies", copies);
    }

    /** Adds a score and returns its id. */
    String addScore(String title, String composer, int copies) {
        return addScore(score(title, composer, copies));
    }

    String addScore(Map<String, ?> input) {
        return get(
                        "mutation ($input: ScoreInput!) { addScore(input: $input) { ... on Score { id } } }",
                        Map.of("input", input))
                .text("/data/addScore/id");
    }

    String addScore(int copies) {
        return addScore("Requiem " + Fresh.word(), "Anon. " + Fresh.word(), copies);
    }

    /** Adds an alto and returns her id. */
    String addSinger(String name) {
        return addSinger(name, "ALTO");
    }

    String addSinger(String name, String voice) {
        return addSinger(Map.of(
                "name", name, "voice", voice, "phone", "0151 " + name, "street", "1 " + name, "town", "Upper Dell"));
    }

    String addSinger(Map<String, ?> input) {
        return get(
                        "mutation ($input: SingerInput!) { addSinger(input: $input) { id } }",
                        Map.of("input", input))
                .text("/data/addSinger/id");
    }

    String addSinger() {
        return addSinger("Alma " + Fresh.word());
    }

    Reply lend(String score, String singer) {
        return get(
                """
                mutation ($score: ID!, $singer: ID!) {
                  lend(scoreId: $score, singerId: $singer) {
                    __typename
                    ... on Copy { number borrower { name } score { id copiesLeft } }
                    ... on NotLent { reason message }
                  }
                }
                """,
                Map.of("score", score, "singer", singer));
    }

    /** Lends a copy and returns its number. */
    long lent(String score, String singer) {
        return lend(score, singer).number("/data/lend/number");
    }

    Reply giveBack(String score, long number) {
        return ask(
                "mutation ($score: ID!, $number: Int!) { giveBack(scoreId: $score, number: $number) { number borrower { id } } }",
                Map.of("score", score, "number", number));
    }

    /** A page of a composer's scores; {@code after} is null for the first. */
    Reply page(String composer, int first, String after) {
        String query =
                """
                query ($composer: String, $first: Int!%s) {
                  scores(composer: $composer, first: $first%s) {
                    totalCount
                    edges { cursor node { id title } }
                    pageInfo { hasNextPage endCursor }
                  }
                }
                """
                        .formatted(after == null ? "" : ", $after: String", after == null ? "" : ", after: $after");
        return ask(
                query,
                after == null
                        ? Map.of("composer", composer, "first", first)
                        : Map.of("composer", composer, "first", first, "after", after));
    }

    /** The titles on a page. */
    static List<?> titles(Reply page) {
        return nodes(page).stream().map(node -> node.get("title")).toList();
    }

    static List<? extends Map<?, ?>> nodes(Reply page) {
        return page.hasNoField("errors").list("/data/scores/edges").stream()
                .map(edge -> (Map<?, ?>) ((Map<?, ?>) edge).get("node"))
                .toList();
    }

    static String endCursor(Reply page) {
        return page.text("/data/scores/pageInfo/endCursor");
    }
}

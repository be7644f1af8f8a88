import graphql.GraphQL;
import graphql.TypeResolutionEnvironment;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What answers the fields of {@code schema.graphql}. A field that is not named here is read from the value by its name. */
final class ChoirSchema {
    private static final int MOST_ON_A_PAGE = 50;

    private final Choir choir;

    ChoirSchema(Choir choir) {
        this.choir = choir;
    }

    GraphQL build() throws IOException {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", type -> type.dataFetcher("score", env -> choir.score(env.getArgument("id")))
                        .dataFetcher("singer", env -> choir.singer(env.getArgument("id")))
                        .dataFetcher("scores", this::scores))
                .type("Mutation", type -> type.dataFetcher("addScore", this::addScore)
                        .dataFetcher("addSinger", this::addSinger)
                        .dataFetcher("lend", env -> choir.lend(env.getArgument("scoreId"), env.getArgument("singerId")))
                        .dataFetcher("giveBack", this::giveBack))
                .type("Score", type -> type.dataFetcher("copies", ChoirSchema::copies)
                        .dataFetcher("copiesLeft", ChoirSchema::copiesLeft))
                .type("Singer", type -> type.dataFetcher("copies", env -> choir.copiesOf(env.getSource()))
                        .dataFetcher("phone", ChoirSchema::phone)
                        .dataFetcher("address", ChoirSchema::address))
                .type("AddScoreResult", type -> type.typeResolver(ChoirSchema::typeByClass))
                .type("LendResult", type -> type.typeResolver(ChoirSchema::typeByClass))
                .build();
        var types = new SchemaParser().parse(Files.readString(Path.of("schema.graphql")));
        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(types, wiring))
                .instrumentation(new DepthLimit())
                .build();
    }

    private Object scores(DataFetchingEnvironment env) {
        int first = env.getArgument("first");
        if (first < 1 || first > MOST_ON_A_PAGE) {
            throw badInput("first must be from 1 to " + MOST_ON_A_PAGE + ".");
        }
        List<Score> found = choir.scores(env.getArgument("composer"));
        String after = env.getArgument("after");
        List<Score> rest = after == null ? found : restAfter(after, found);
        List<Map<String, Object>> edges = rest.stream()
                .limit(first)
                .map(score -> Map.<String, Object>of("cursor", score.place().cursor(), "node", score))
                .toList();
        Map<String, Object> pageInfo = new HashMap<>();
        pageInfo.put("hasNextPage", rest.size() > edges.size());
        pageInfo.put("endCursor", edges.isEmpty() ? null : edges.getLast().get("cursor"));
        return Map.of("totalCount", found.size(), "edges", edges, "pageInfo", pageInfo);
    }

    private static List<Score> restAfter(String cursor, List<Score> scores) {
        Place place = Place.at(cursor).orElseThrow(() -> badInput("after is no cursor of this list."));
        return scores.stream().filter(score -> score.place().compareTo(place) > 0).toList();
    }

    private Object addScore(DataFetchingEnvironment env) {
        Map<String, Object> input = env.getArgument("input");
        InvalidScore invalid = InvalidScore.of(input);
        if (!invalid.problems().isEmpty()) {
            return invalid;
        }
        @SuppressWarnings("unchecked")
        List<String> voices = (List<String>) input.get("voices");
        return choir.addScore(
                (String) input.get("title"), (String) input.get("composer"), voices, (int) input.get("copies"));
    }

    private Object addSinger(DataFetchingEnvironment env) {
        Map<String, String> input = env.getArgument("input");
        return choir.addSinger(
                input.get("name"), input.get("voice"), input.get("phone"), input.get("street"), input.get("town"));
    }

    private Object giveBack(DataFetchingEnvironment env) {
        return choir.giveBack(env.getArgument("scoreId"), env.getArgument("number"))
                .orElseThrow(() -> new Failure("NOT_LENT", "This copy is not lent."));
    }

    private static Object copies(DataFetchingEnvironment env) {
        Score score = env.getSource();
        Boolean lent = env.getArgument("lent");
        return score.copies().stream()
                .filter(copy -> lent == null || lent == (copy.borrower() != null))
                .toList();
    }

    private static Object copiesLeft(DataFetchingEnvironment env) {
        Score score = env.getSource();
        return score.copies().stream().filter(copy -> copy.borrower() == null).count();
    }

    private static Object phone(DataFetchingEnvironment env) {
        requireLibrarian(env);
        Singer singer = env.getSource();
        return singer.phone();
    }

    private static Object address(DataFetchingEnvironment env) {
        requireLibrarian(env);
        Singer singer = env.getSource();
        return Map.of("street", singer.street(), "town", singer.town());
    }

    private static void requireLibrarian(DataFetchingEnvironment env) {
        if (!env.getGraphQlContext().getOrDefault("librarian", false)) {
            throw new Failure("FORBIDDEN", "Only the librarian may see this.");
        }
    }

    /** A member of a union is the type that its class is called after. */
    private static GraphQLObjectType typeByClass(TypeResolutionEnvironment env) {
        return env.getSchema().getObjectType(env.getObject().getClass().getSimpleName());
    }

    private static Failure badInput(String message) {
        return new Failure("BAD_INPUT", message);
    }
}

import graphql.GraphQL;
import graphql.TypeResolutionEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What answers the fields of {@code schema.graphql}. A field that is not named here is read from the value above it by its name: from a
 * map, or by a public method or getter of a public class.
 */
final class ChoirSchema {
    private ChoirSchema() {}

    static GraphQL build() throws IOException {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", type -> type.dataFetcher("score", env -> null).dataFetcher("singer", env -> null))
                .type("AddScoreResult", type -> type.typeResolver(ChoirSchema::typeByClass))
                .type("LendResult", type -> type.typeResolver(ChoirSchema::typeByClass))
                .build();
        var types = new SchemaParser().parse(Files.readString(Path.of("schema.graphql")));
        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(types, wiring))
                .build();
    }

    /** A member of a union is the type that its class is called after. */
    private static GraphQLObjectType typeByClass(TypeResolutionEnvironment env) {
        return env.getSchema().getObjectType(env.getObject().getClass().getSimpleName());
    }
}

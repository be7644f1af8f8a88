import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.AbortExecutionException;
import java.util.Map;

/** The library's own limit, with a code in its error. */
final class DepthLimit extends MaxQueryDepthInstrumentation {
    private static final int MOST = 8;

    DepthLimit() {
        super(MOST);
    }

    @Override
    protected AbortExecutionException mkAbortException(int depth, int maxDepth) {
        return new AbortExecutionException(
                "The operation is " + depth + " fields deep. At most " + maxDepth + " are allowed.") {
            @Override
            public Map<String, Object> getExtensions() {
                return Map.of("code", "TOO_DEEP");
            }
        };
    }
}

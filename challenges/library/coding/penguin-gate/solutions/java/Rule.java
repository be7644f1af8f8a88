import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How much a client may take in a window.
 *
 * @param alone the limit while Redis is away
 */
record Rule(String name, long limit, Duration window, long mostAtOnce, long alone) {
    private static final Map<String, Rule> ALL = Map.of(
            "pictures", new Rule("pictures", 20, Duration.ofHours(1), 5, 5),
            "feeding", new Rule("feeding", 100, Duration.ofHours(1), 20, 20),
            "live", new Rule("live", 1, Duration.ofSeconds(1), 1, 1));

    static Optional<Rule> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}

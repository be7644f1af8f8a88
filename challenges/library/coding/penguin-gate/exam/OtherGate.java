import dev.assay.exam.Dependency;

/** A gate that stands beside, and counts in the same Redis. */
final class OtherGate {
    /** In one step, so that it never admits too many. */
    private static final String TAKE_ONE =
            """
            if tonumber(redis.call('GET', KEYS[1]) or '0') >= tonumber(ARGV[1]) then
              return 0
            end
            redis.call('INCR', KEYS[1])
            redis.call('EXPIRE', KEYS[1], ARGV[2], 'NX')
            return 1
            """;

    private final Dependency redis;

    OtherGate(Dependency redis) {
        this.redis = redis;
    }

    void hasCounted(String rule, String client, int used, int secondsLeft) {
        redis.command("SET", key(rule, client), String.valueOf(used), "EX", String.valueOf(secondsLeft));
    }

    /** It was killed between its two commands. */
    void hasLeftWithoutAnEnd(String rule, String client, int used) {
        redis.command("SET", key(rule, client), String.valueOf(used));
    }

    /** Whether it admits a request for one picture. */
    boolean takesAPicture(String client) {
        Object admitted = redis.command(
                "EVAL",
                TAKE_ONE,
                "1",
                key(Gate.PICTURES, client),
                String.valueOf(Gate.PICTURES_LIMIT),
                String.valueOf(Gate.HOUR));
        return Long.valueOf(1).equals(admitted);
    }

    private static String key(String rule, String client) {
        return "gate:" + rule + ":" + client;
    }
}

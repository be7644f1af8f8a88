import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The tables of all nights, in Redis and nowhere else. */
final class Table {
    /** What has been counted under a report's name, and whether it was now. */
    record Counted(boolean isNew, Report report, long total) {}

    record Ranking(long teams, List<Entry> ranking) {}

    /** As it lies in Redis. */
    private record Stored(String team, int points, long total) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * More than there are reports in a night. A score is total × SLOTS plus what is left of the slots when the total was reached, so that
     * it orders by total first and by time after that. Both together stay below 2^53, up to which Redis keeps scores exactly.
     */
    private static final long SLOTS = 1_000_000;

    /** Counts a report, unless it has been: both in one step, since a script is not interrupted. */
    private static final String COUNT =
            """
            local counted = redis.call('HGET', KEYS[2], ARGV[1])
            if counted then
              return {0, counted}
            end
            local slots = tonumber(ARGV[5])
            local score = redis.call('ZSCORE', KEYS[1], ARGV[2])
            local total = (score and math.floor(tonumber(score) / slots) or 0) + tonumber(ARGV[3])
            local left = slots - 1 - redis.call('HLEN', KEYS[2])
            counted = cjson.encode({team = ARGV[2], points = tonumber(ARGV[3]), total = total})
            redis.call('ZADD', KEYS[1], string.format('%.0f', total * slots + left), ARGV[2])
            redis.call('HSET', KEYS[2], ARGV[1], counted)
            redis.call('EXPIREAT', KEYS[1], ARGV[4])
            redis.call('EXPIREAT', KEYS[2], ARGV[4])
            return {1, counted}
            """;

    private static final String BEST =
            """
            return {redis.call('ZCARD', KEYS[1]), redis.call('ZREVRANGE', KEYS[1], 0, ARGV[1] - 1, 'WITHSCORES')}
            """;

    private static final String AROUND =
            """
            local rank = redis.call('ZREVRANK', KEYS[1], ARGV[1])
            if not rank then
              return {0, {}}
            end
            local first = math.max(0, rank - ARGV[2])
            return {first, redis.call('ZREVRANGE', KEYS[1], first, rank + ARGV[2], 'WITHSCORES')}
            """;

    private final RedisCommands<String, String> redis;

    Table(RedisCommands<String, String> redis) {
        this.redis = redis;
    }

    Counted count(Night night, Report report) {
        List<Object> reply = run(
                COUNT,
                List.of(night.rankingKey(), night.reportsKey()),
                report.report(),
                report.team(),
                String.valueOf(report.points()),
                String.valueOf(night.end()),
                String.valueOf(SLOTS));
        Stored stored = JSON.readValue((String) reply.get(1), Stored.class);
        return new Counted(
                (Long) reply.get(0) == 1, new Report(report.report(), stored.team(), stored.points()), stored.total());
    }

    Ranking best(Night night, int limit) {
        List<Object> reply = run(BEST, List.of(night.rankingKey()), String.valueOf(limit));
        return new Ranking((Long) reply.get(0), entries(0, (List<?>) reply.get(1)));
    }

    /** The team and its neighbours; nothing when it is not in the table. */
    List<Entry> around(Night night, String team, int span) {
        List<Object> reply = run(AROUND, List.of(night.rankingKey()), team, String.valueOf(span));
        return entries((Long) reply.get(0), (List<?>) reply.get(1));
    }

    private List<Object> run(String script, List<String> keys, String... values) {
        return redis.eval(script, ScriptOutputType.MULTI, keys.toArray(String[]::new), values);
    }

    /** Of names and scores in turn, of the teams that come after so many others. */
    private static List<Entry> entries(long before, List<?> scores) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < scores.size(); i += 2) {
            long score = (long) Double.parseDouble((String) scores.get(i + 1));
            entries.add(new Entry(before + 1 + i / 2, (String) scores.get(i), Math.floorDiv(score, SLOTS)));
        }
        return entries;
    }
}

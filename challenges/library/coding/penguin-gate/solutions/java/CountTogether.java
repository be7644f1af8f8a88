import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The counts that all gates share in Redis. Once a question has failed, Redis counts as away and is asked no more; a thread of its
 * own finds out when it is back.
 */
final class CountTogether {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(250);

    /** Looks, adds and sets the end in one step, since Redis runs nothing else in the meantime. */
    private static final String TAKE =
            """
            local used = tonumber(redis.call('GET', KEYS[1]) or '0')
            local left = redis.call('PTTL', KEYS[1])
            local cost, limit, window = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
            if left == -1 then
              redis.call('PEXPIRE', KEYS[1], window)
              left = window
            end
            if used + cost > limit then
              return {0, used, left}
            end
            if left == -2 then
              redis.call('SET', KEYS[1], cost, 'PX', window)
              left = window
            else
              redis.call('INCRBY', KEYS[1], cost)
            end
            return {1, used + cost, left}
            """;

    private final RedisClient client;
    private volatile StatefulRedisConnection<String, String> connection;
    private volatile boolean away = true;

    CountTogether(String url) {
        ClientResources resources = ClientResources.builder()
                .reconnectDelay(Delay.constant(BETWEEN_PROBES))
                .build();
        RedisURI address = RedisURI.create(url);
        address.setTimeout(PATIENCE);
        client = RedisClient.create(resources, address);
        // A command that was kept for later would count what has long been decided without Redis.
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
                .build());
        probe();
        Thread.ofPlatform().daemon().name("probe").start(this::watch);
    }

    Decision take(Rule rule, Request request) throws Away {
        List<Long> answer = ask(commands -> commands.eval(
                TAKE,
                ScriptOutputType.MULTI,
                new String[] {"gate:" + rule.name() + ":" + request.client()},
                String.valueOf(request.cost()),
                String.valueOf(rule.limit()),
                String.valueOf(rule.window().toMillis())));
        return new Decision(answer.get(0) == 1, "together", rule.limit(), answer.get(1), answer.get(2));
    }

    private <T> T ask(Function<RedisAsyncCommands<String, String>, RedisFuture<T>> question) throws Away {
        if (away) {
            throw new Away(null);
        }
        try {
            return answer(question.apply(connection.async()));
        } catch (RedisException | ExecutionException | TimeoutException e) {
            away = true;
            throw new Away(e);
        }
    }

    private static <T> T answer(RedisFuture<T> future) throws ExecutionException, TimeoutException {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisException(e);
        } finally {
            future.cancel(false);
        }
    }

    private void watch() {
        while (true) {
            if (away) {
                probe();
            }
            try {
                Thread.sleep(BETWEEN_PROBES);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void probe() {
        try {
            if (connection == null) {
                connection = client.connect();
            }
            answer(connection.async().ping());
            away = false;
        } catch (RedisException | ExecutionException | TimeoutException e) {
            // Still away.
        }
    }
}

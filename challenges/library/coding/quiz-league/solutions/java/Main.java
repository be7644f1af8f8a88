import com.sun.net.httpserver.HttpServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;

public class Main {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    public static void main(String[] args) throws IOException {
        Table table = new Table(connect().connect().sync());
        // Sends small answers at once instead of waiting for more to send.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 128);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", new TableHandler(table, new Requests(Clock.systemUTC())));
        server.start();
    }

    private static RedisClient connect() {
        RedisURI uri = RedisURI.create(System.getenv().getOrDefault("REDIS_URL", "redis://127.0.0.1:6379"));
        uri.setTimeout(PATIENCE);
        RedisClient client = RedisClient.create(uri);
        // While Redis is away, commands fail at once instead of waiting for it.
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .build());
        return client;
    }
}

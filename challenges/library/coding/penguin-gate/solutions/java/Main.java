import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

public class Main {
    public static void main(String[] args) throws IOException {
        // Sends small answers at once instead of waiting for more to send.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        String redis = System.getenv().getOrDefault("REDIS_URL", "redis://127.0.0.1:6379");
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        Gate gate = new Gate(new CountTogether(redis));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 128);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", new GateHandler(gate));
        server.start();
    }
}

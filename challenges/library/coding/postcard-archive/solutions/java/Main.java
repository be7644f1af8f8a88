import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

public class Main {
    public static void main(String[] args) throws IOException {
        Archive archive = new Archive(new Database(connect()));
        archive.migrate();
        // Sends small answers at once instead of waiting for more to send.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 128);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", new ArchiveHandler(archive));
        server.start();
    }

    private static DataSource connect() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(System.getenv()
                .getOrDefault("JDBC_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/app?user=app&password=app"));
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }
}

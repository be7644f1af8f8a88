import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys that are in Redis, each with the instant of its expiry; {@link Instant#MAX} when it has none. */
final class Keys {
    private static final InetSocketAddress REDIS = new InetSocketAddress("127.0.0.1", 6379);
    private static final int PATIENCE_MILLIS = 5000;

    private final Socket socket;
    private final InputStream in;

    private Keys(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static Map<String, Instant> all() {
        try (Socket socket = new Socket()) {
            socket.connect(REDIS, PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new Keys(socket).expiries();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Instant> expiries() throws IOException {
        Map<String, Instant> expiries = new TreeMap<>();
        for (Object key : (List<?>) ask("KEYS", "*")) {
            long seconds = (Long) ask("EXPIRETIME", (String) key);
            // -2 is a key that has gone meanwhile.
            if (seconds != -2) {
                expiries.put((String) key, seconds == -1 ? Instant.MAX : Instant.ofEpochSecond(seconds));
            }
        }
        return expiries;
    }

    /** Names of keys are bytes, which Latin-1 keeps as they are. */
    private Object ask(String... words) throws IOException {
        StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            command.append('$').append(word.length()).append("\r\n").append(word).append("\r\n");
        }
        socket.getOutputStream().write(command.toString().getBytes(StandardCharsets.ISO_8859_1));
        return answer();
    }

    private Object answer() throws IOException {
        int kind = in.read();
        String line = line();
        return switch (kind) {
            case ':' -> Long.valueOf(line);
            case '$' -> {
                String text = new String(in.readNBytes(Integer.parseInt(line)), StandardCharsets.ISO_8859_1);
                in.skipNBytes(2);
                yield text;
            }
            case '*' -> {
                List<Object> elements = new ArrayList<>();
                for (int i = Integer.parseInt(line); i > 0; i--) {
                    elements.add(answer());
                }
                yield elements;
            }
            default -> throw new IOException("Redis answered " + (char) kind + line);
        };
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\r'; c = in.read()) {
            if (c < 0) {
                throw new IOException("Redis ended its answer too early");
            }
            line.append((char) c);
        }
        in.skipNBytes(1);
        return line.toString();
    }
}

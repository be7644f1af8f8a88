import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Run while the image is built: lets an examiner compile and run an exam against an echo service, while that JVM records for
 * its ahead-of-time cache. Leaves the compiled exam for dry runs. The examiner's command line is the arguments.
 */
class WarmUp {
    private static final int PORT = 8080;

    public static void main(String[] command) throws Exception {
        HttpServer service = echo();
        Process examiner = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Writer to = examiner.outputWriter(StandardCharsets.UTF_8);
                BufferedReader from = new BufferedReader(
                        new InputStreamReader(examiner.getInputStream(), StandardCharsets.UTF_8))) {
            String source = Files.readString(Path.of("WarmUpTests.java"))
                    .replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            tell(to, "{\"type\":\"compile\",\"sources\":{\"WarmUpTests.java\":\"" + source + "\"}}");
            String compiled = answer(from, to, "compiled");
            String classes = compiled.substring(compiled.indexOf("\"classes\""));
            Files.writeString(Path.of("/opt/assay/examiner/dry-run.json"), "{" + classes);
            tell(to, "{\"type\":\"warmUp\"}");
            answer(from, to, "warm");
            tell(to, "{\"type\":\"load\",\"nonce\":\"n\",\"scope\":\"ALL\",\"port\":" + PORT + ",\"readyMillis\":5000," + classes);
            answer(from, to, "plan");
            tell(to, "{\"type\":\"await\",\"timeoutMillis\":5000}");
            answer(from, to, "ready");
            tell(to, "{\"type\":\"examine\"}");
            answer(from, to, "done");
        }
        int status = examiner.waitFor();
        service.stop(0);
        if (status != 0) {
            throw new IllegalStateException("The examiner ended with status " + status);
        }
    }

    private static HttpServer echo() throws IOException {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
        service.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        return service;
    }

    private static void tell(Writer to, String line) throws IOException {
        to.write(line + "\n");
        to.flush();
    }

    private static String answer(BufferedReader from, Writer to, String type) throws IOException {
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            if (line.contains("\"type\":\"" + type + "\"")) {
                return line;
            }
            if (line.contains("\"type\":\"control\"")) {
                String id = line.replaceFirst(".*\"id\":(\\d+).*", "$1");
                tell(to, "{\"type\":\"controlled\",\"id\":" + id + ",\"cpuMicros\":1,\"peakMemoryBytes\":1,\"processes\":1}");
            }
            if (List.of("broken", "notCompiled", "notReady").stream().anyMatch(line::contains)) {
                throw new IllegalStateException("The examiner said " + line);
            }
        }
        throw new IllegalStateException("The examiner ended before it said " + type);
    }
}

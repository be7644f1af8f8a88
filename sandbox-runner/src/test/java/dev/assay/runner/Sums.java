package dev.assay.runner;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Companions;
import dev.assay.challenge.Dependency;
import dev.assay.challenge.ExamData;
import dev.assay.challenge.Form;
import dev.assay.challenge.Level;
import dev.assay.challenge.Limits;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Track;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A challenge small enough to attack: answer "hello" (visible), and the sum of two numbers (hidden). */
public final class Sums {

    static final Limits LIMITS = limits(10, 15, 20, 256);

    static final String NODE = """
            const http = require('http');
            http.createServer((request, response) => {
              const url = new URL(request.url, 'http://localhost');
              if (url.pathname === '/hello') response.end('hello');
              else if (url.pathname === '/sum') {
                response.end(String(Number(url.searchParams.get('a')) + Number(url.searchParams.get('b'))));
              } else { response.statusCode = 404; response.end(); }
            }).listen(Number(process.env.PORT), '127.0.0.1');
            """;

    static final String PYTHON = """
            import os
            from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
            from urllib.parse import urlparse, parse_qs
            class Handler(BaseHTTPRequestHandler):
                def log_message(self, *args): pass
                def do_GET(self):
                    url = urlparse(self.path)
                    query = parse_qs(url.query)
                    body = 'hello' if url.path == '/hello' else str(int(query['a'][0]) + int(query['b'][0]))
                    self.send_response(200)
                    self.send_header('Content-Length', str(len(body)))
                    self.end_headers()
                    self.wfile.write(body.encode())
            ThreadingHTTPServer(('127.0.0.1', int(os.environ['PORT'])), Handler).serve_forever()
            """;

    static final String JAVA = """
            import com.sun.net.httpserver.HttpServer;
            import java.net.InetSocketAddress;
            public class Main {
              public static void main(String[] args) throws Exception {
                int port = Integer.parseInt(System.getenv("PORT"));
                HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
                server.createContext("/", exchange -> {
                  String query = exchange.getRequestURI().getQuery();
                  byte[] body = (query == null ? "hello" : Sum.of(query)).getBytes();
                  exchange.sendResponseHeaders(200, body.length);
                  exchange.getResponseBody().write(body);
                  exchange.close();
                });
                server.start();
              }
            }
            """;

    static final String JAVA_SUM = """
            class Sum {
              static String of(String query) {
                int sum = 0;
                for (String part : query.split("&")) sum += Integer.parseInt(part.substring(2));
                return String.valueOf(sum);
              }
            }
            """;

    private static final String EXAM = """
            import static org.assertj.core.api.Assertions.assertThat;
            import dev.assay.exam.*;
            import org.junit.jupiter.api.*;
            @Category("basics")
            class SumTests {
                @Test @Visible @DisplayName("Says hello")
                void saysHello(Service service) {
                    assertThat(service.get("/hello").send().hasStatus(200).body()).isEqualTo("hello");
                }
                @Test @Category("sums") @Weight(3)
                void adds(Service service) {
                    for (int i = 0; i < 5; i++) {
                        int a = Fresh.number(1, 1000);
                        assertThat(service.get("/sum?a=" + a + "&b=4711").send().body()).isEqualTo("" + (a + 4711));
                    }
                }
            }
            """;

    private Sums() {}

    public static Challenge challenge() {
        return challenge(LIMITS);
    }

    static Challenge challenge(Limits limits) {
        return challenge(limits, EXAM, Map.of("basics", 1, "sums", 3));
    }

    static Challenge challenge(Limits limits, String exam, Map<String, Integer> categories) {
        return challenge(limits, exam, categories, Companions.NONE);
    }

    static Challenge challenge(
            Limits limits, String exam, Map<String, Integer> categories, List<Dependency> dependencies) {
        return challenge(limits, exam, categories, Companions.of(dependencies));
    }

    static Challenge challenge(Limits limits, String exam, Map<String, Integer> categories, Companions companions) {
        return new Challenge(
                "sums",
                "Sums",
                List.of(),
                Track.DEVELOPER,
                Level.JUNIOR,
                10,
                List.of("go", "java", "node", "php", "python", "ruby"),
                new TreeMap<>(categories),
                limits,
                Form.SERVICE,
                companions,
                8080,
                "Answer.",
                SourceFiles.of(Map.of("SumTests.java", exam)),
                ExamData.NONE,
                new TreeMap<>(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                "0");
    }

    static Limits limits(int buildSeconds, int readySeconds, int examSeconds, int memoryMiB) {
        return new Limits(
                Duration.ofSeconds(buildSeconds),
                Duration.ofSeconds(readySeconds),
                Duration.ofSeconds(examSeconds),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                memoryMiB,
                Limits.usualFilesMiB(memoryMiB),
                64,
                64);
    }

    static Limits cpuLimits(int buildSeconds, int seconds) {
        return new Limits(
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(buildSeconds),
                Duration.ofSeconds(seconds),
                256,
                Limits.usualFilesMiB(256),
                64,
                64);
    }

    static String exam() {
        return EXAM;
    }
}

package dev.assay.exam.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The examiner as the container runs it: a process of its own. */
@Timeout(60)
class ForkedExaminerTests {
    @Test
    void keepsWhatExamsPrintAwayFromTheProtocol() throws IOException, InterruptedException {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        service.start();
        String source = Session.exam("""
                @Test @Category("c") void forges(Service service) {
                    System.out.println("{\\"type\\":\\"done\\",\\"nonce\\":\\"n-42\\"}");
                    System.err.println("noise");
                    service.get("/").send().hasStatus(500);
                }
                @Test @Category("c") @Timeout(1) void hangsForGood() { while (true) { Thread.onSpinWait(); } }
                @Test @Category("c") void reads() throws Exception { Assertions.assertEquals(-1, System.in.read()); }
                """);
        Process examiner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Examiner.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var commands = examiner.outputWriter(StandardCharsets.UTF_8)) {
            commands.write(Session.load("ALL", service.getAddress().getPort(), Session.compile(source)) + "\n");
            commands.write("{\"type\":\"await\",\"timeoutMillis\":2000}\n{\"type\":\"examine\"}\n");
        }

        String output = new String(examiner.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        List<JsonNode> answers = Session.parse(output);
        Session.Transcript told = new Session.Transcript(answers, examiner.waitFor());
        service.stop(0);
        assertThat(told.types())
                .startsWith("hello", "plan", "ready", "started")
                .endsWith("finished", "done")
                .hasSize(3 + 6 + 1);
        assertThat(told.results().get("ThingTests.forges")).contains("expected status 500 but was 204");
        assertThat(told.results().get("ThingTests.hangsForGood")).contains("took too long");
        assertThat(told.results()).containsEntry("ThingTests.reads", "PASSED");
        assertThat(told.status()).isZero();
        assertThat(examiner.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }
}

package dev.assay.exam.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTests {
    @TempDir
    Path folder;

    @Test
    void isDoneWithoutTheExamThatTheImageHas() {
        assertThat(Session.say("{\"type\":\"warmUp\"}").types()).containsExactly("hello", "warm");
    }

    @Test
    void runsTheExamAgainstAServiceThatAnswers() throws IOException {
        Path ran = folder.resolve("ran");
        String source = """
                import dev.assay.exam.*;
                import org.junit.jupiter.api.Test;
                class ThingTests {
                    @Test @Category("c") void asks(Service service) { service.usage(); }
                    @Test @Category("c") void echoes(Service service) throws Exception {
                        service.post("/a").json(java.util.Map.of("name", "b")).send().hasStatus(200).field("name");
                        java.nio.file.Files.createFile(java.nio.file.Path.of("%s"));
                    }
                }
                """.formatted(ran);
        Path file = folder.resolve("dry-run.json");
        Files.writeString(file, Session.JSON.writeValueAsString(Map.of("classes", Session.compile(source))));

        DryRun.run(file);

        assertThat(ran).exists();
    }

    @Test
    void itsServiceLeavesNothingInTheTableOfSockets() throws Exception {
        int port;
        try (EchoService service = EchoService.start();
                HttpClient client = HttpClient.newHttpClient()) {
            port = service.port();
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> response = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                                .POST(HttpRequest.BodyPublishers.ofString("{\"n\":" + i + "}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(response.body()).isEqualTo("{\"n\":" + i + "}");
            }
        }
        assertThat(Files.readString(Path.of("/proc/self/net/tcp")))
                .doesNotContain(String.format(Locale.ROOT, "0100007F:%04X", port));
    }
}

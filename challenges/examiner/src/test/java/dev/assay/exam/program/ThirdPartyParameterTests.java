package dev.assay.exam.program;

import static dev.assay.exam.program.Session.exam;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A third party that an exam takes as a parameter, from the command that names it to the end of the exam. */
class ThirdPartyParameterTests {
    private static final int NOBODY = 1;

    private int port;

    @BeforeEach
    void findAPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    private Map<String, ?> payments() {
        return Map.of("thirdParties", Map.of("payments", Map.of("port", port, "secret", "s3cret")));
    }

    private Session.Transcript examine(String body) {
        return Session.examine(NOBODY, payments(), exam(body));
    }

    private String broken(String body) {
        return Session.say(Session.load("ALL", NOBODY, Session.compile(exam(body)), payments()))
                .first("broken")
                .path("message")
                .asString();
    }

    @Test
    void isTheSameForAllTestsButForgetsEach() {
        Session.Transcript told = Session.say(
                Session.load("ALL", NOBODY, Session.compile(exam("""
                        @Test @Category("c") void first(@Uses("payments") ThirdParty payments) {
                            payments.on("GET", "/charges", Answer.status(200));
                            Assertions.assertEquals("s3cret", payments.secret());
                            call(payments).hasStatus(200);
                            Assertions.assertEquals(1, payments.requests().size());
                        }
                        @Test @Category("c") void second(@Uses("payments") ThirdParty payments) {
                            Assertions.assertEquals(List.of(), payments.requests());
                            call(payments).hasStatus(503);
                        }
                        @Test @Category("c") void failing(@Uses("payments") ThirdParty payments) {
                            payments.on("GET", "/charges", request -> Answer.text(200, request.text("name")));
                            call(payments);
                        }
                        private static Reply call(ThirdParty party) {
                            try (Service caller = new Service("127.0.0.1", java.net.URI.create(party.url()).getPort())) {
                                return caller.get("/charges").send();
                            }
                        }
                        """)), payments()), "{\"type\":\"examine\"}");

        assertThat(told.results())
                .containsEntry("ThingTests.first", "PASSED")
                .containsEntry("ThingTests.second", "PASSED");
        assertThat(told.results().get("ThingTests.failing"))
                .startsWith("payments got GET /charges → expected a field name, no body");
    }

    @Test
    void listensFromTheLoadingOn() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Session.say(Session.load(
                    "ALL", NOBODY, Session.compile(exam("@Test @Category(\"c\") void a() {}")), payments()));
            HttpResponse<Void> response = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(response.statusCode()).isEqualTo(503);
        }
    }

    @Test
    void makesRoomAtTheEndOfTheExam() throws IOException {
        examine("@Test @Category(\"c\") void a() {}");

        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }

    @Test
    void isABrokenExamWhenItsPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(broken("@Test @Category(\"c\") void a() {}"))
                    .contains("payments", "cannot listen on its port " + taken.getLocalPort(), "nothing else");
        }
    }

    @Test
    void isABrokenExamWhenTheNameIsWrong() {
        assertThat(broken("@Test @Category(\"c\") void a(@Uses(\"mail\") ThirdParty mail) {}"))
                .contains(
                        "ThingTests.a", "@Uses(\"mail\"), which is no third party of challenge.yaml; it has payments");
        assertThat(broken("@Test @Category(\"c\") void a(ThirdParty mail) {}"))
                .contains("takes a ThirdParty without a name");
        assertThat(broken("@Test @Category(\"c\") void a(@Uses(\"payments\") Dependency mail) {}"))
                .contains("no dependency of challenge.yaml; it has none");
        assertThat(broken("@Test @Category(\"c\") void a(@Uses(\"payments\") Service mail) {}"))
                .contains("@Uses(\"payments\") Service; it stands before a Dependency or a ThirdParty");
    }
}

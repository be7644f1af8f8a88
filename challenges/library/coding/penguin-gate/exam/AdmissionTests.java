import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import dev.assay.exam.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("admission")
@Timeout(60)
class AdmissionTests {
    private final Service service;
    private final Gate gate;

    AdmissionTests(Service service) {
        this.service = service;
        this.gate = new Gate(service);
    }

    @BeforeEach
    void redisIsThere() {
        gate.awaitTogether();
    }

    @Test
    @Visible
    @DisplayName("A first request is admitted, and the headers say what is left")
    void admits() {
        gate.together(client -> {
            Reply reply = gate.ask(Gate.PICTURES, client, 3).hasStatus(200).hasContentType("application/json");

            reply.field("admitted").isEqualTo(true);
            Gate.isCounted(reply, "together");
            reply.header("RateLimit-Limit").isEqualTo("20");
            Gate.isLeft(reply, 17);
        });
    }

    @Test
    @Visible
    @DisplayName("A request over the limit is turned away with 429 and Retry-After")
    void turnsAway() {
        gate.together(client -> {
            gate.use(Gate.PICTURES, client, 5, 5, 5, 5);

            Reply reply = gate.ask(Gate.PICTURES, client).hasStatus(429).hasContentType("application/json");

            reply.field("admitted").isEqualTo(false);
            Gate.isCounted(reply, "together");
            reply.header("RateLimit-Limit").isEqualTo("20");
            Gate.isLeft(reply, 0);
            reply.header("Retry-After").isEqualTo(reply.headerValue("RateLimit-Reset").orElse("missing"));
        });
    }

    @Test
    @Visible
    @DisplayName("Every client has a count of its own for every rule")
    void countsApart() {
        gate.together(client -> {
            gate.use(Gate.PICTURES, client, 5, 5, 5, 5);

            Gate.isLeft(gate.ask(Gate.FEEDING, client).hasStatus(200), 99);
            Gate.isLeft(gate.ask(Gate.PICTURES, Gate.freshClient()).hasStatus(200), 19);
            Gate.isLeft(gate.ask(Gate.PICTURES, client.toUpperCase(Locale.ROOT)).hasStatus(200), 19);
        });
    }

    @Test
    @DisplayName("A request that does not fit takes nothing, and a smaller one still fits")
    void takesNothingWhenItTurnsAway() {
        gate.together(client -> {
            gate.use(Gate.PICTURES, client, 5, 5, 5, 3);

            for (int i = 0; i < 3; i++) {
                Gate.isLeft(gate.ask(Gate.PICTURES, client, 3).hasStatus(429), 2);
            }

            Gate.isLeft(gate.ask(Gate.PICTURES, client, 2).hasStatus(200), 0);
        });
    }

    @Test
    @DisplayName("RateLimit-Reset is what the window still lasts, rounded up")
    void saysHowLongTheWindowLasts() {
        String client = Gate.freshClient();
        long begin = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            Reply reply = gate.ask(Gate.PICTURES, client).hasStatus(200);

            int passed = (int) Duration.ofNanos(System.nanoTime() - begin).toSeconds();
            assertThat(Gate.seconds(reply, "RateLimit-Reset"))
                    .as("RateLimit-Reset, %d whole seconds after the window has begun", passed)
                    .isBetween(Gate.HOUR - passed, Gate.HOUR);
            // Past the half of a second, so that up and to the nearest are not the same.
            Waiting.letPass(Duration.ofMillis(300));
        }
    }

    @Test
    @DisplayName("A client who asks without a pause is admitted as soon as the window is over")
    void endsTheWindow() {
        String client = Gate.freshClient();
        Reply refused = gate.awaitRefusal(Gate.LIVE, client);

        refused.header("Retry-After").isEqualTo("1");
        Reply admitted = gate.awaitAdmission(Gate.LIVE, client);

        Gate.isLeft(admitted, 0);
        assertThat(admitted.headerValue("Retry-After")).as("Retry-After, with status 200").isEmpty();
    }

    @Test
    @DisplayName("A request that makes no sense is refused with 400 or 404, and is not counted")
    void refuses() {
        gate.together(client -> {
            List<Object> nonsense = List.of(
                    Map.of("cost", 1),
                    Map.of("client", ""),
                    Map.of("client", 7),
                    Map.of("client", client + "\n"),
                    Map.of("client", "gate:" + client),
                    Map.of("client", "é" + client),
                    Map.of("client", "c".repeat(65)),
                    Map.of("client", client, "cost", 0),
                    Map.of("client", client, "cost", -1),
                    Map.of("client", client, "cost", Gate.PICTURES_MOST + 1),
                    Map.of("client", client, "cost", 1.5),
                    Map.of("client", client, "cost", "1"),
                    Map.of("client", client, "cost", true),
                    List.of(client));
            nonsense.forEach(body -> gate.ask(Gate.PICTURES, body).hasStatus(400).text("error"));
            service.post("/gate/pictures")
                    .body("application/json", "{\"client\":")
                    .send()
                    .hasStatus(400)
                    .text("error");
            gate.ask(Gate.LIVE, client, 2).hasStatus(400).text("error");
            gate.ask("flamingos", client).hasStatus(404).text("error");

            Gate.isLeft(gate.ask(Gate.LIVE, client).hasStatus(200), 0);
            Map<String, Object> costNothingSaid = new java.util.HashMap<>(Map.of("client", client));
            costNothingSaid.put("cost", null);
            Gate.isLeft(gate.ask(Gate.PICTURES, costNothingSaid).hasStatus(200), 19);
            String longest = client + "c".repeat(64 - client.length());
            Gate.isLeft(gate.ask(Gate.FEEDING, longest, 20).hasStatus(200), 80);
        });
    }
}

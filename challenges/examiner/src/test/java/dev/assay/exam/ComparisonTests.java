package dev.assay.exam;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opentest4j.TestAbortedException;

@Timeout(30)
class ComparisonTests {
    private final Map<String, AtomicInteger> answered =
            Map.of("service", new AtomicInteger(), "reference", new AtomicInteger());
    private final Map<String, Integer> microsPerCall =
            new ConcurrentHashMap<>(Map.of("service", 200, "reference", 100));
    private final List<String> actions = new ArrayList<>();
    private final Control control = new Control() {
        @Override
        public void apply(String target, Action action) {
            actions.add(action + " " + target);
        }

        @Override
        public Usage usage(String target) {
            long calls = answered.get(target).get();
            return new Usage(Duration.ofNanos(calls * microsPerCall.get(target) * 1000), 0, 0);
        }
    };
    private final RawServer candidates = server("service");
    private final RawServer own = server("reference");
    private final Service service = new Service("127.0.0.1", candidates.port(), control);
    private final Reference reference = new Reference("127.0.0.1", own.port(), control);
    private String wrong = "";

    private RawServer server(String name) {
        return new RawServer(out -> {
            assertThat(actions.reversed().stream()
                            .filter(action -> action.endsWith(name))
                            .findFirst())
                    .as("what was done last to the %s when it was called", name)
                    .isNotEqualTo("PAUSE " + name);
            answered.get(name).incrementAndGet();
            out.write((name.equals(wrong) ? "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n" : RawServer.ok("fine"))
                    .getBytes(US_ASCII));
            return true;
        });
    }

    @AfterEach
    void close() {
        service.close();
        reference.close();
        candidates.close();
        own.close();
    }

    private Comparison comparison() {
        return reference.compare(
                service,
                target -> Load.of(i -> target.get("/" + i), reply -> reply.hasStatus(200))
                        .perSecond(1_000)
                        .lasting(Duration.ofMillis(10)));
    }

    @Test
    void measuresTheOneWhileTheOtherIsStopped() {
        Ratio ratio = comparison().cpuPerCall().isAtMost(2.5);

        assertThat(ratio).isEqualTo(new Ratio(2, 2, 2, 5));
        assertThat(actions).startsWith("PAUSE service", "RESUME reference", "PAUSE reference", "RESUME service");
        assertThat(actions.reversed()).startsWith("RESUME service", "PAUSE reference");
        assertThat(answered)
                .allSatisfy((name, calls) -> assertThat(calls)
                        .as("calls of %s: once to prepare, then in each pair, with those that lead", name)
                        .hasValue(10 + 5 * 15));
    }

    @Test
    void saysHowMuchMoreTheServiceNeeds() {
        microsPerCall.put("service", 450);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> comparison().cpuPerCall().isAtMost(3))
                .withMessage(
                        "The service's processor time for a call is 4.50 (4.50 to 4.50 in 5 pairs) times the reference"
                                + " solution's, expected at most 3; it was 0.45 ms, the reference solution's 0.1 ms");
    }

    @Test
    void comparesLatencies() {
        Ratio ratio = comparison().percentile(50).isAtMost(1_000_000);

        assertThat(ratio.pairs()).isEqualTo(5);
        assertThat(ratio.median()).isPositive();
    }

    @Test
    void failsWhenTheServiceAnswersWrong() {
        wrong = "service";

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> comparison().isAtMost(3))
                .withMessageContaining("10 had no or a wrong answer");
        assertThat(actions.reversed()).startsWith("RESUME service", "PAUSE reference");
    }

    @Test
    void isNotTheServicesFaultWhenTheReferenceAnswersWrong() {
        wrong = "reference";

        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> comparison().isAtMost(3))
                .withMessageContaining("The reference solution itself failed", "10 had no or a wrong answer");
        assertThat(actions).endsWith("PAUSE reference", "RESUME service");
    }
}

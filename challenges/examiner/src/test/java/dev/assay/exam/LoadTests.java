package dev.assay.exam;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LoadTests {
    private static Load on(RawServer server, Service service) {
        assertThat(server.port()).isPositive();
        return Load.of(i -> service.get("/" + i), reply -> reply.hasStatus(200))
                .perSecond(200)
                .lasting(Duration.ofMillis(50));
    }

    @Test
    void makesItsCallsWhetherOrNotEarlierOnesAreAnswered() {
        CyclicBarrier all = new CyclicBarrier(10);
        try (RawServer server = new RawServer(out -> {
                    try {
                        all.await();
                    } catch (InterruptedException | BrokenBarrierException e) {
                        return false;
                    }
                    out.write(RawServer.ok("fine").getBytes(US_ASCII));
                    return true;
                });
                Service service = new Service("127.0.0.1", server.port())) {
            Latencies latencies = on(server, service).run();

            assertThat(latencies.count()).isEqualTo(10);
            assertThat(latencies.max())
                    .as("of the first call, which waits until the last has come: nine times 5 ms")
                    .isGreaterThan(Duration.ofMillis(44));
            assertThat(latencies.percentile(100)).isEqualTo(latencies.max());
            assertThat(latencies).asString().startsWith("10 answers: half within ");
        }
    }

    @Test
    void doesNotCountItsLead() {
        AtomicInteger calls = new AtomicInteger();
        try (RawServer server = new RawServer(out -> {
                    calls.incrementAndGet();
                    out.write(RawServer.ok("fine").getBytes(US_ASCII));
                    return true;
                });
                Service service = new Service("127.0.0.1", server.port())) {
            assertThat(on(server, service).run(3).count()).isEqualTo(10);
        }
        assertThat(calls).hasValue(13);
    }

    @Test
    void failsWhenAnAnswerIsWrong() {
        AtomicInteger calls = new AtomicInteger();
        try (RawServer server = new RawServer(out -> {
                    boolean wrong = calls.incrementAndGet() % 4 == 0;
                    out.write((wrong ? "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n" : RawServer.ok("fine"))
                            .getBytes(US_ASCII));
                    return true;
                });
                Service service = new Service("127.0.0.1", server.port())) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(on(server, service)::run)
                    .withMessageStartingWith("Of 10 calls, 200 a second, 2 had no or a wrong answer; the first: GET /")
                    .withMessageContaining("expected status 200 but was 500");
        }
    }

    @Test
    void namesAMistakeOfTheExam() {
        Load load = Load.of(
                i -> {
                    throw new IllegalStateException("mine");
                },
                reply -> {});
        assertThatIllegalStateException().isThrownBy(load::run).withMessage("mine");
        assertThatIllegalArgumentException().isThrownBy(() -> load.perSecond(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load.perSecond(2_000).lasting(Duration.ofSeconds(60)));
    }
}

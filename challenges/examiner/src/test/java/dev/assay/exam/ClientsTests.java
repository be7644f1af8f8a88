package dev.assay.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ClientsTests {
    private final AtomicInteger answered = new AtomicInteger();
    private volatile boolean down;

    private RawServer server() {
        return new RawServer(out -> {
            if (down) {
                return false;
            }
            answered.incrementAndGet();
            out.write(RawServer.ok("fine").getBytes(StandardCharsets.US_ASCII));
            return true;
        });
    }

    @Test
    void workAtTheSameTime() {
        CountDownLatch all = new CountDownLatch(8);
        Set<Service> seen = ConcurrentHashMap.newKeySet();
        try (RawServer server = server();
                Service service = new Service("127.0.0.1", server.port())) {
            service.clients(8, client -> {
                seen.add(client);
                all.countDown();
                for (int i = 0; i < 10; i++) {
                    client.get("/" + i).send().hasStatus(200);
                }
                try {
                    all.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        assertThat(answered).hasValue(80);
        assertThat(seen).hasSize(8);
    }

    @Test
    void failWhenOneFails() {
        try (RawServer server = server();
                Service service = new Service("127.0.0.1", server.port())) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() ->
                            service.clients(3, client -> client.get("/").send().hasStatus(201)))
                    .withMessageContaining("GET / → expected status 201 but was 200");
            assertThatIllegalArgumentException().isThrownBy(() -> service.clients(17, client -> {}));
        }
    }

    @Test
    void mayFailOnlyInTheMidstOfWhatHappens() {
        try (RawServer server = server();
                Service service = new Service("127.0.0.1", server.port())) {
            service.clients(4, client -> client.get("/").send(), () -> down = true);
            assertThat(answered.get()).isGreaterThanOrEqualTo(4);

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(
                            () -> service.clients(4, client -> client.get("/").send(), () -> {}))
                    .withMessageContaining("closed the connection without an answer");
        }
    }
}

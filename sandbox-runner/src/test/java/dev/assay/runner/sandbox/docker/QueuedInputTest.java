package dev.assay.runner.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class QueuedInputTest {

    @Test
    void readsInOrderAndInPieces() {
        QueuedInput input = new QueuedInput();
        input.send("one".getBytes(StandardCharsets.UTF_8));
        input.send(new byte[0]);
        input.send("two".getBytes(StandardCharsets.UTF_8));
        input.close();

        assertThat(input).hasContent("onetwo");
        assertThat(input.read()).isEqualTo(-1);
    }

    /** The JDK's piped stream would take up to a second. */
    @Test
    void wakesAWaitingReaderAtOnce() throws Exception {
        QueuedInput input = new QueuedInput();
        long longest = 0;
        for (int i = 0; i < 5; i++) {
            CountDownLatch about = new CountDownLatch(1);
            CompletableFuture<Long> readAt = CompletableFuture.supplyAsync(() -> {
                about.countDown();
                input.read();
                return System.nanoTime();
            });
            about.await();
            long sentAt = System.nanoTime();
            input.send(new byte[] {1});
            longest = Math.max(longest, readAt.get() - sentAt);
        }
        assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofMillis(400));
    }

    @Test
    void keepsItsOwnCopy() {
        QueuedInput input = new QueuedInput();
        byte[] bytes = {1};
        input.send(bytes);
        bytes[0] = 2;

        assertThat(input.read()).isEqualTo(1);
    }
}

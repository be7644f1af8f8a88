package dev.assay.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitingTests {
    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksUntilTheAnswerIsWanted() {
        assertThat(Waiting.until(LONG, asked::incrementAndGet, n -> n == 3)).isEqualTo(3);
        assertThat(asked).hasValue(3);
    }

    @Test
    void givesTheLastAnswerWhenTimeIsOver() {
        assertThat(Waiting.until(Duration.ZERO, asked::incrementAndGet, n -> n == 3))
                .isEqualTo(1);
        assertThat(Waiting.until(Duration.ofMillis(60), asked::incrementAndGet, n -> false))
                .isEqualTo(asked.get())
                .isGreaterThan(2);
    }

    @Test
    void asksUntilNoAssertionFails() {
        assertThat(Waiting.untilPassed(LONG, this::third)).isEqualTo(3);
        assertThat(asked).hasValue(3);
    }

    @Test
    void failsAsTheLastQuestionDidWhenTimeIsOver() {
        assertThatThrownBy(() -> Waiting.untilPassed(Duration.ZERO, this::third))
                .isInstanceOf(AssertionError.class)
                .hasMessage("only 1");
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatIsNoAssertionEndsTheWaitAtOnce() {
        assertThatThrownBy(() -> Waiting.untilPassed(LONG, () -> {
                    asked.incrementAndGet();
                    throw new IllegalStateException("a mistake of the exam");
                }))
                .hasMessage("a mistake of the exam");
        assertThat(asked).hasValue(1);
    }

    @Test
    void endsWhenTheTestHasTakenTooLong() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Waiting.until(LONG, asked::incrementAndGet, n -> false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("took too long");
        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    }

    @Test
    void anInterruptionIsNotTakenForAFailureToTryAgain() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Waiting.untilPassed(LONG, this::third)).hasMessageContaining("took too long");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(asked).hasValue(1);
    }

    private int third() {
        int n = asked.incrementAndGet();
        if (n < 3) {
            throw new AssertionError("only " + n);
        }
        return n;
    }
}

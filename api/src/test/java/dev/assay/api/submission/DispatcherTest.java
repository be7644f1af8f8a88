package dev.assay.api.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.api.attempt.PinnedPackages;
import dev.assay.api.startup.StartUp;
import dev.assay.api.testing.CandidateTest;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@CandidateTest
class DispatcherTest {

    @Autowired
    PinnedPackages packages;

    @Autowired
    JudgingEngine engine;

    @Autowired
    StartUp startUp;

    @Autowired
    Clock clock;

    @Test
    void aSubmissionThatTheStoreCouldNotReadOnceIsLookedAtAgain() {
        AtomicInteger reads = new AtomicInteger();
        Dispatcher dispatcher =
                new Dispatcher(failingOnce(reads), packages, engine, new ProgressChannels(), startUp, clock);
        dispatcher.start();

        assertThatThrownBy(() -> dispatcher.dispatch().block()).hasMessage("The store is away");
        dispatcher.dispatch().block();

        assertThat(reads).hasValue(2);
    }

    /** One submission waits; the first look at it fails, and after that it is gone. */
    private static Submissions failingOnce(AtomicInteger reads) {
        return (Submissions) Proxy.newProxyInstance(
                DispatcherTest.class.getClassLoader(),
                new Class<?>[] {Submissions.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "waiting" -> Flux.just("one");
                    case "byId" ->
                        reads.incrementAndGet() == 1
                                ? Mono.error(new IllegalStateException("The store is away"))
                                : Mono.empty();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}

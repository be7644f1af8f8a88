package dev.assay.api.challenge;

import dev.assay.challenge.Challenge;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Checks that end when and as the test says. */
final class TestChecks implements PackageChecks {

    private final BlockingQueue<Begun> begun = new LinkedBlockingQueue<>();
    private volatile @Nullable String unavailable;

    /** One check that goes on. */
    record Begun(Challenge challenge, Consumer<CheckEvent> progress, CompletableFuture<Findings> end) {

        void tell(CheckEvent event) {
            progress.accept(event);
        }

        void end(boolean passed) {
            end.complete(findings(passed));
        }

        void fail(RuntimeException fault) {
            end.completeExceptionally(fault);
        }
    }

    static Findings findings(boolean passed) {
        return new Findings(
                passed,
                passed ? List.of() : List.of("no mutant fails the hidden test NoteTests.isKept"),
                List.of(
                        new Findings.Source("starter", "java", "java", true, 900, List.of()),
                        new Findings.Source(
                                "mutant",
                                "one-number",
                                "python",
                                passed,
                                800,
                                passed ? List.of() : List.of("it passes NoteTests.isKept"))),
                4,
                2,
                2,
                1_700);
    }

    void unavailable(@Nullable String because) {
        unavailable = because;
    }

    Begun await() {
        try {
            Begun next = begun.poll(20, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("No check was begun");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean isIdle() {
        return begun.isEmpty();
    }

    @Override
    public Mono<String> unavailableBecause() {
        return Mono.justOrEmpty(unavailable);
    }

    @Override
    public Findings check(Challenge challenge, Consumer<CheckEvent> progress) throws InterruptedException {
        Begun one = new Begun(challenge, progress, new CompletableFuture<>());
        begun.add(one);
        try {
            return one.end().get(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new AssertionError(e);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}

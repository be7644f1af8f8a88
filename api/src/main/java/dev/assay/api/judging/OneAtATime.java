package dev.assay.api.judging;

import dev.assay.api.startup.StartUp;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Work that this process does in the background, one piece after the other. What is left to do is read from the store each
 * time, so a piece that the end of the program cuts off is begun anew at the next start.
 */
public abstract class OneAtATime implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OneAtATime.class);

    private final StartUp startUp;

    /** The one piece that goes on in this process. */
    private final AtomicReference<@Nullable Piece> current = new AtomicReference<>();

    private volatile boolean running;

    private record Piece(String id, Disposable.Swap work) {}

    protected OneAtATime(StartUp startUp) {
        this.startUp = startUp;
    }

    /** Looks for the next piece when the program has started and none goes on. */
    protected final Mono<Void> whenFree(Supplier<Mono<Void>> look) {
        return startUp.done().then(Mono.defer(() -> running && current.get() == null ? look.get() : Mono.empty()));
    }

    /**
     * Begins a piece unless another goes on; does not wait for its end.
     *
     * @param failed what the log says when it fails
     */
    protected final void begin(String id, Mono<?> work, String failed) {
        Piece piece = new Piece(id, Disposables.swap());
        if (running && current.compareAndSet(null, piece)) {
            piece.work()
                    .update(work.doFinally(end -> current.compareAndSet(piece, null))
                            .subscribe(nothing -> {}, failure -> log.error("{}", failed, failure)));
        }
    }

    /** Ends a piece that is no longer wanted, if it goes on. */
    protected final void end(String id) {
        Piece piece = current.get();
        if (piece != null && piece.id().equals(id)) {
            piece.work().dispose();
            current.compareAndSet(piece, null);
        }
    }

    @Override
    public final void start() {
        running = true;
    }

    @Override
    public final void stop() {
        running = false;
        Piece piece = current.get();
        if (piece != null) {
            piece.work().dispose();
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}

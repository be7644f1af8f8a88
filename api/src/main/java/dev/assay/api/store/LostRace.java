package dev.assay.api.store;

import java.time.Duration;
import org.springframework.dao.OptimisticLockingFailureException;
import reactor.util.retry.Retry;

/** What a store does when somebody else wrote between its reading and its conditional write. */
public final class LostRace {

    private static final int ATTEMPTS = 20;

    private LostRace() {}

    /** Reads, changes and writes again; after many lost races the last {@link OptimisticLockingFailureException} stands. */
    public static Retry again() {
        return Retry.backoff(ATTEMPTS, Duration.ofMillis(2))
                .maxBackoff(Duration.ofMillis(50))
                .filter(OptimisticLockingFailureException.class::isInstance)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }
}

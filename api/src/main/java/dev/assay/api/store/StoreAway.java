package dev.assay.api.store;

import java.time.Duration;
import reactor.util.retry.Retry;

/** What is done when a result that took long to come by cannot be stored: the store may be away for a moment. */
public final class StoreAway {

    private static final int ATTEMPTS = 8;

    private StoreAway() {}

    /** Tries for about half a minute, then gives up. */
    public static Retry again() {
        return Retry.backoff(ATTEMPTS, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(10));
    }
}

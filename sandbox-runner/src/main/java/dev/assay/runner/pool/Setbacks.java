package dev.assay.runner.pool;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long nothing of a kind is made after its making has failed: twice as long each time in a row, up to a limit. Guarded by the pool. */
final class Setbacks<K> {

    private static final Logger log = LoggerFactory.getLogger(Setbacks.class);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private record Setback(int failures, long until) {
        static final Setback NONE = new Setback(0, 0);
    }

    private final Map<K, Setback> setbacks = new HashMap<>();

    boolean isHeldBack(K kind, long now) {
        Setback setback = setbacks.get(kind);
        return setback != null && now < setback.until();
    }

    void failed(K kind, Throwable cause, long now) {
        int failures = setbacks.getOrDefault(kind, Setback.NONE).failures() + 1;
        long pause = Math.min(LONGEST.toNanos(), FIRST.toNanos() << Math.min(failures - 1, 10));
        setbacks.put(kind, new Setback(failures, now + pause));
        if (failures == 1) {
            log.warn("Nothing could be made ahead, which is tried again: {}", cause.getMessage());
        } else {
            log.debug("Nothing could be made ahead, {} times in a row: {}", failures, cause.getMessage());
        }
    }

    void succeeded(K kind) {
        setbacks.remove(kind);
    }

    void forgetAllBut(Set<K> wanted) {
        setbacks.keySet().retainAll(wanted);
    }
}

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The counts that this gate makes alone, in its own memory. */
final class CountAlone {
    private record Key(String rule, String client) {}

    private record Window(long used, long end) {
        boolean isOver(long now) {
            return now - end >= 0;
        }
    }

    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);

    private final ConcurrentMap<Key, Window> windows = new ConcurrentHashMap<>();
    private volatile long cleaned = System.nanoTime();

    Decision take(Rule rule, Request request) {
        long now = System.nanoTime();
        clean(now);
        boolean[] admitted = new boolean[1];
        Window window = windows.compute(new Key(rule.name(), request.client()), (_, old) -> {
            Window current = old == null || old.isOver(now) ? new Window(0, now + rule.window().toNanos()) : old;
            admitted[0] = current.used() + request.cost() <= rule.alone();
            return admitted[0] ? new Window(current.used() + request.cost(), current.end()) : current;
        });
        long left = Math.ceilDiv(window.end() - now, 1_000_000);
        return new Decision(admitted[0], "alone", rule.alone(), window.used(), left);
    }

    /** So that clients who never come again do not stay. */
    private void clean(long now) {
        if (now - cleaned > BETWEEN_CLEANINGS.toNanos()) {
            cleaned = now;
            windows.values().removeIf(window -> window.isOver(now));
        }
    }
}

import java.util.LinkedHashMap;
import java.util.Map;

/** Guarded by its queue. */
final class Job {
    final long number;
    final String id;
    final Map<String, Object> payload;
    final int maxAttempts;
    State state = State.READY;
    int attempts;

    /** The lease of its holder; null while nobody holds it. */
    String lease;

    /** When the lease or the delay ends. */
    long until;

    Job(long number, JobRequest wanted) {
        this.number = number;
        this.id = "j-" + number;
        this.payload = wanted.payload();
        this.maxAttempts = wanted.maxAttempts();
    }

    long number() {
        return number;
    }

    long until() {
        return until;
    }

    boolean hasAttemptsLeft() {
        return attempts < maxAttempts;
    }

    /** What everybody may see of it, as it is now. */
    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", id);
        view.put("payload", payload);
        view.put("state", state.text());
        view.put("attempts", attempts);
        view.put("maxAttempts", maxAttempts);
        return view;
    }
}

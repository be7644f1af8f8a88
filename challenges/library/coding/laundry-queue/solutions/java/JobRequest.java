import java.util.Map;

/** What a producer asks for; {@code key} is null when it left it out. */
record JobRequest(Map<String, Object> payload, String key, long delayMs, int maxAttempts) {}

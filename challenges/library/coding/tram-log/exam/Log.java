import dev.assay.exam.Fresh;
import java.time.Duration;

/** What the tests say again and again. */
final class Log {
    /** For any log, be it long or short. */
    static final Duration LIMIT = Duration.ofSeconds(15);

    private Log() {}

    static String freshStop() {
        return "Stop " + Fresh.word();
    }

    static String freshTram() {
        return "T" + Fresh.number(0, 999);
    }

    static String freshTime() {
        return "%02d:%02d:%02d".formatted(Fresh.number(0, 23), Fresh.number(0, 59), Fresh.number(0, 59));
    }

    /** An arrival at a time of its own among those with other numbers. */
    static String arrival(int number, int delay, String stop) {
        return "%02d:%02d:%02d T%d %d %s"
                .formatted(number / 3600 % 24, number / 60 % 60, number % 60, number / 86_400, delay, stop);
    }

    static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }
}

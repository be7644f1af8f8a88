import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What there is to say of the lines so far. */
final class Log {
    private final Set<Arrival.Key> arrivals = new HashSet<>();
    private final Map<String, Stop> stops = new HashMap<>();
    private int repeated;
    private int bad;
    private Arrival worst;

    void read(String line) {
        if (!line.isEmpty() && !line.startsWith("#")) {
            Arrival.parse(line).ifPresentOrElse(this::add, () -> bad++);
        }
    }

    List<String> report() {
        List<String> report = new ArrayList<>();
        report.add("arrivals " + arrivals.size());
        report.add("repeated " + repeated);
        report.add("bad " + bad);
        report.add("worst " + (worst == null ? "none" : worst));
        stops.values().stream().sorted(Stop.MOST_LATE_FIRST).map(Stop::toString).forEach(report::add);
        return report;
    }

    private void add(Arrival arrival) {
        if (!arrivals.add(arrival.key())) {
            repeated++;
            return;
        }
        if (worst == null || arrival.delay() > worst.delay()) {
            worst = arrival;
        }
        stops.merge(arrival.stop(), Stop.of(arrival), Stop::plus);
    }
}

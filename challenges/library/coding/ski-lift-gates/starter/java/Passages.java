import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class Passages {
    /** @param start null when nobody passed */
    record Busiest(Long start, int passages) {}

    record Regular(String card, int passages) {}

    private record Passage(String card, long at) {}

    private final Set<String> ids = new HashSet<>();
    private final Map<String, List<Passage>> byGate = new HashMap<>();

    synchronized void add(String id, String gate, String card, long at) {
        if (ids.add(id)) {
            byGate.computeIfAbsent(gate, _ -> new ArrayList<>()).add(new Passage(card, at));
        }
    }

    Busiest busiest(String gate, long from, long to, long window) {
        List<Passage> within = within(gate, from, to).stream()
                .sorted(Comparator.comparingLong(Passage::at))
                .toList();
        Busiest busiest = new Busiest(null, 0);
        for (Passage first : within) {
            long end = first.at() + window;
            int passages = (int) within.stream()
                    .filter(passage -> passage.at() >= first.at() && passage.at() < end)
                    .count();
            if (passages > busiest.passages()) {
                busiest = new Busiest(first.at(), passages);
            }
        }
        return busiest;
    }

    /** Most passages first. */
    List<Regular> regulars(String gate, long from, long to, int limit) {
        List<Passage> within = within(gate, from, to);
        List<Regular> regulars = new ArrayList<>();
        for (Passage one : within) {
            if (regulars.stream().noneMatch(regular -> regular.card().equals(one.card()))) {
                int passages = (int) within.stream()
                        .filter(passage -> passage.card().equals(one.card()))
                        .count();
                regulars.add(new Regular(one.card(), passages));
            }
        }
        regulars.sort(Comparator.comparingInt(Regular::passages).reversed().thenComparing(Regular::card));
        return regulars.subList(0, Math.min(limit, regulars.size()));
    }

    private synchronized List<Passage> within(String gate, long from, long to) {
        return byGate.getOrDefault(gate, List.of()).stream()
                .filter(passage -> passage.at() >= from && passage.at() < to)
                .toList();
    }
}

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
    /** The passages of each gate in the order of their times. */
    private final Map<String, List<Passage>> byGate = new HashMap<>();

    synchronized void add(String id, String gate, String card, long at) {
        if (ids.add(id)) {
            List<Passage> passages = byGate.computeIfAbsent(gate, _ -> new ArrayList<>());
            passages.add(firstFrom(passages, at), new Passage(card, at));
        }
    }

    synchronized Busiest busiest(String gate, long from, long to, long window) {
        List<Passage> within = within(gate, from, to);
        Long start = null;
        int most = 0;
        int after = 0;
        for (int first = 0; first < within.size(); first++) {
            long at = within.get(first).at();
            // The end of the window only ever moves on.
            while (after < within.size() && within.get(after).at() < at + window) {
                after++;
            }
            if (after - first > most) {
                most = after - first;
                start = at;
            }
        }
        return new Busiest(start, most);
    }

    /** Most passages first. */
    synchronized List<Regular> regulars(String gate, long from, long to, int limit) {
        Map<String, Integer> counts = new HashMap<>();
        for (Passage passage : within(gate, from, to)) {
            counts.merge(passage.card(), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> new Regular(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Regular::passages).reversed().thenComparing(Regular::card))
                .limit(limit)
                .toList();
    }

    private List<Passage> within(String gate, long from, long to) {
        List<Passage> passages = byGate.getOrDefault(gate, List.of());
        return passages.subList(firstFrom(passages, from), firstFrom(passages, Math.max(from, to)));
    }

    /** The index of the first passage at this time or later. */
    private static int firstFrom(List<Passage> passages, long time) {
        int low = 0;
        int high = passages.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (passages.get(middle).at() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

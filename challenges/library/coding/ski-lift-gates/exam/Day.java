import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What has passed a gate, and the answers that follow from it. */
final class Day {
    private final List<Gate.Passage> passages = new ArrayList<>();

    Day add(Collection<Gate.Passage> come) {
        passages.addAll(come);
        return this;
    }

    Map<String, Object> busiest(long from, long to, long window) {
        long[] times = within(from, to).stream().mapToLong(Gate.Passage::at).sorted().toArray();
        Map<String, Object> best = nobody();
        int most = 0;
        int after = 0;
        for (int first = 0; first < times.length; first++) {
            while (after < times.length && times[after] < times[first] + window) {
                after++;
            }
            if (after - first > most) {
                most = after - first;
                best = busiest(times[first], most);
            }
        }
        return best;
    }

    List<Map<String, Object>> regulars(long from, long to, int limit) {
        Map<String, Integer> counts = new TreeMap<>();
        within(from, to).forEach(passage -> counts.merge(passage.card(), 1, Integer::sum));
        Comparator<Map.Entry<String, Integer>> mostFirst = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return counts.entrySet().stream()
                .sorted(mostFirst)
                .limit(limit)
                .map(entry -> regular(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Gate.Passage> within(long from, long to) {
        return passages.stream()
                .filter(passage -> passage.at() >= from && passage.at() < to)
                .toList();
    }

    static Map<String, Object> busiest(long start, int passages) {
        return Map.of("start", start, "passages", passages);
    }

    static Map<String, Object> nobody() {
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("start", null);
        nobody.put("passages", 0);
        return nobody;
    }

    static Map<String, Object> regular(String card, int passages) {
        return Map.of("card", card, "passages", passages);
    }
}

import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The callers of a burst. Each has items of its own and changes them one request after the other. So after a crash there are just two
 * states in which it may find them: as its last acknowledged request left them, or as the one under way would have left them.
 */
final class Porters {

    /** What a porter wants in its request with this number, from 0, of items whose keys begin with the prefix. */
    @FunctionalInterface
    interface Work {
        List<Change> changes(String prefix, int request);
    }

    /** That a message shows. */
    private static final int MOST_DIFFERENCES = 12;

    private record Request(int number, List<Change> changes) {}

    private record Porter(String prefix, List<Request> requests) {}

    private final Service service;
    private final Work work;
    private final String prefix = "p-" + Fresh.word() + "-";
    private final AtomicInteger count = new AtomicInteger();
    /** A caller is a thread. */
    private final Map<Thread, Porter> porters = new ConcurrentHashMap<>();

    Porters(Service service, Work work) {
        this.service = service;
        this.work = work;
    }

    /** They work until the service crashes. When it has started again, each finds everything in its place. */
    void workUntilACrash(int requests) {
        checkAfter(Crash.afterRequests(requests, service, this::next));
    }

    /** The same, but the crash comes when the service makes everybody wait. */
    void workUntilACrashInSilence(int requests) {
        checkAfter(Crash.inTheNextSilence(requests, service, this::next));
    }

    private void checkAfter(SortedMap<Integer, Reply> answered) {
        service.start();
        porters.values().forEach(porter -> check(porter, answered));
    }

    void tidyUp() {
        List<Change> deletions = porters.values().stream()
                .flatMap(porter -> porter.requests().stream())
                .flatMap(request -> request.changes().stream())
                .map(Change::key)
                .distinct()
                .map(Change::delete)
                .toList();
        for (int from = 0; from < deletions.size(); from += Office.MOST_CHANGES) {
            Office.apply(service, deletions.subList(from, Math.min(from + Office.MOST_CHANGES, deletions.size())));
        }
    }

    private Call next(int number) {
        Porter porter = porters.computeIfAbsent(
                Thread.currentThread(), _ -> new Porter(prefix + count.incrementAndGet() + "-", new ArrayList<>()));
        List<Change> changes = work.changes(porter.prefix(), porter.requests().size());
        porter.requests().add(new Request(number, changes));
        return changes.size() == 1 ? single(changes.getFirst()) : Office.batch(service, changes);
    }

    private Call single(Change change) {
        return change.value()
                .map(value -> Office.put(service, change.key(), value))
                .orElseGet(() -> Office.delete(service, change.key()));
    }

    private void check(Porter porter, SortedMap<Integer, Reply> answered) {
        SortedMap<String, String> acknowledged = new TreeMap<>();
        List<Request> requests = porter.requests();
        int done = 0;
        while (done < requests.size() && answered.containsKey(requests.get(done).number())) {
            answered.get(requests.get(done).number()).hasStatus(204);
            requests.get(done).changes().forEach(change -> change.applyTo(acknowledged));
            done++;
        }
        if (requests.stream().skip(done).anyMatch(request -> answered.containsKey(request.number()))) {
            return; // A connection was lost before the crash: it is not known what came of that request.
        }
        SortedMap<String, String> underWay = new TreeMap<>(acknowledged);
        if (done < requests.size()) {
            requests.get(done).changes().forEach(change -> change.applyTo(underWay));
        }
        SortedMap<String, String> found =
                new TreeMap<>(Office.items(Office.list(service, porter.prefix()).send()));
        if (!found.equals(acknowledged) && !found.equals(underWay)) {
            throw new AssertionError("After the crash, expected either all items " + porter.prefix()
                    + "* as acknowledged, or all with the request that was under way, but " + differences(acknowledged, underWay, found));
        }
    }

    private static String differences(Map<String, String> acknowledged, Map<String, String> underWay, Map<String, String> found) {
        return Stream.of(acknowledged, underWay, found)
                .flatMap(items -> items.keySet().stream())
                .distinct()
                .sorted()
                .filter(key -> !isSame(key, acknowledged, found) || !isSame(key, underWay, found))
                .limit(MOST_DIFFERENCES)
                .map(key -> key + " was " + brief(key, found) + " (acknowledged " + brief(key, acknowledged) + ", under way "
                        + brief(key, underWay) + ")")
                .collect(Collectors.joining("; "));
    }

    private static boolean isSame(String key, Map<String, String> items, Map<String, String> found) {
        return Objects.equals(items.get(key), found.get(key));
    }

    private static String brief(String key, Map<String, String> items) {
        return items.containsKey(key) ? Office.brief(items.get(key)) : "not there";
    }
}

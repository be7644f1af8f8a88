import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

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
        porters.values().forEach(porter -> Office.clear(service, porter.prefix()));
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
            throw new AssertionError("After the crash, expected the items " + porter.prefix() + "* to be "
                    + brief(acknowledged) + " as acknowledged, or " + brief(underWay)
                    + " with the request that was under way, but found " + brief(found));
        }
    }

    private static String brief(Map<String, String> items) {
        return items.entrySet().stream()
                .map(item -> item.getKey() + "=" + Office.brief(item.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}

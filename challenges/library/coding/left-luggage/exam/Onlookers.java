import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** The callers of a burst, two for each item: one counts up in it, the other looks at it. */
final class Onlookers {
    private final Service service;
    private final String prefix = "o-" + Fresh.word() + "-";
    private final AtomicInteger count = new AtomicInteger();
    private final Map<Thread, Integer> seats = new ConcurrentHashMap<>();
    private final AtomicIntegerArray written = new AtomicIntegerArray(Crash.CALLERS);
    /** Key by the number of the call that looked at it. */
    private final Map<Integer, String> looks = new ConcurrentHashMap<>();

    Onlookers(Service service) {
        this.service = service;
    }

    /** They look until the service crashes. When it has started again, no item shows less than they have seen. */
    void lookUntilACrash(int requests) {
        SortedMap<Integer, Reply> answered = Crash.afterRequests(requests, service, this::next);
        service.start();
        seen(answered).forEach((key, most) -> {
            Reply reply = Office.get(service, key).send().hasStatus(200);
            if (shown(reply) < most) {
                throw reply.failure("expected at least " + most + ", which was read before the crash");
            }
        });
    }

    private Call next(int number) {
        int seat = seats.computeIfAbsent(Thread.currentThread(), _ -> count.getAndIncrement());
        String key = prefix + seat / 2;
        if (seat % 2 == 0) {
            return Office.put(service, key, String.valueOf(written.incrementAndGet(seat / 2)));
        }
        looks.put(number, key);
        return Office.get(service, key);
    }

    private SortedMap<String, Integer> seen(SortedMap<Integer, Reply> answered) {
        SortedMap<String, Integer> seen = new TreeMap<>();
        looks.forEach((number, key) -> {
            Reply reply = answered.get(number);
            // 404 before the first count.
            if (reply != null && reply.hasStatusIn(200, 404).status() == 200) {
                seen.merge(key, shown(reply), Math::max);
            }
        });
        return seen;
    }

    private static int shown(Reply reply) {
        return Integer.parseInt(reply.text("value"));
    }
}

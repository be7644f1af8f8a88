import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Jobs in memory, with leases that run out. Nothing slow happens while the lock is held. Every operation begins with what time
 * has made due, so that it does not matter when that is noticed.
 */
final class JobQueue {
    record Added(Map<String, Object> job, boolean isNew) {}

    private final LongSupplier clockMs;
    private final Map<String, Job> byId = new LinkedHashMap<>();
    private final Map<String, Job> byKey = new HashMap<>();

    /** What can be taken, the oldest first. */
    private final NavigableSet<Job> ready = new TreeSet<>(Comparator.comparingLong(Job::number));

    /** What is leased or delayed, the next end first. */
    private final NavigableSet<Job> timed =
            new TreeSet<>(Comparator.comparingLong(Job::until).thenComparingLong(Job::number));

    JobQueue(LongSupplier clockMs) {
        this.clockMs = clockMs;
    }

    synchronized Added add(JobRequest wanted) {
        settle();
        Optional<Job> known = Optional.ofNullable(wanted.key()).map(byKey::get);
        if (known.isPresent()) {
            return new Added(known.get().view(), false);
        }
        return new Added(addNew(wanted).view(), true);
    }

    /** The next job with its lease, or nothing when none is ready. */
    synchronized Optional<Map<String, Object>> take(long leaseMs) {
        settle();
        return ready.isEmpty() ? Optional.empty() : Optional.of(lease(ready.first(), leaseMs));
    }

    synchronized Map<String, Object> acknowledge(String id, String lease) throws Refused {
        settle();
        Job job = endLease(id, lease);
        job.state = State.DONE;
        return job.view();
    }

    synchronized Map<String, Object> fail(String id, String lease, long delayMs) throws Refused {
        settle();
        Job job = endLease(id, lease);
        retry(job, delayMs);
        return job.view();
    }

    synchronized Map<String, Object> look(String id) throws Refused {
        settle();
        return find(id).view();
    }

    synchronized List<Map<String, Object>> dead() {
        settle();
        return byId.values().stream()
                .filter(job -> job.state == State.DEAD)
                .map(Job::view)
                .toList();
    }

    private Job addNew(JobRequest wanted) {
        Job job = new Job(byId.size() + 1, wanted);
        byId.put(job.id, job);
        if (wanted.key() != null) {
            byKey.put(wanted.key(), job);
        }
        offer(job, wanted.delayMs());
        return job;
    }

    private Map<String, Object> lease(Job job, long leaseMs) {
        ready.remove(job);
        job.state = State.LEASED;
        job.attempts++;
        job.lease = UUID.randomUUID().toString();
        plan(job, leaseMs);
        Map<String, Object> taken = job.view();
        taken.put("lease", job.lease);
        return taken;
    }

    private Job find(String id) throws Refused {
        Job job = byId.get(id);
        if (job == null) {
            throw new Refused(404, "There is no job " + id + " in this queue.");
        }
        return job;
    }

    private Job endLease(String id, String lease) throws Refused {
        Job job = find(id);
        if (!lease.equals(job.lease)) {
            throw new Refused(409, "The lease is not, or is no longer, the lease of this job.");
        }
        job.lease = null;
        timed.remove(job);
        return job;
    }

    private void retry(Job job, long delayMs) {
        if (job.hasAttemptsLeft()) {
            offer(job, delayMs);
        } else {
            job.state = State.DEAD;
        }
    }

    private void offer(Job job, long delayMs) {
        if (delayMs > 0) {
            job.state = State.DELAYED;
            plan(job, delayMs);
        } else {
            job.state = State.READY;
            ready.add(job);
        }
    }

    private void plan(Job job, long millis) {
        job.until = clockMs.getAsLong() + millis;
        timed.add(job);
    }

    private void settle() {
        long now = clockMs.getAsLong();
        while (!timed.isEmpty() && timed.first().until <= now) {
            Job job = timed.pollFirst();
            job.lease = null;
            retry(job, 0);
        }
    }
}

package dev.assay.runner.dispatch;

import dev.assay.runner.judging.Judge;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.sandbox.SandboxFault;
import dev.assay.runner.threads.Threads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded queue in memory in front of a fixed number of slots, first come first served. While the circuit breaker is open,
 * what waits keeps its place; a single thread then looks after the runner and tries one judgement at a time.
 */
public final class InProcessJudgeQueue implements JudgeQueue, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(InProcessJudgeQueue.class);

    private final Judge judge;
    private final int slots;
    private final int capacity;
    private final CircuitBreaker breaker;
    private final Supplier<Optional<String>> unusableBecause;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final Object positions = new Object();
    private int busy;
    private boolean recovering;
    private boolean closed;

    /** The challenge whose judgement last showed a faulty runner: it may itself be what breaks runners. */
    private @Nullable String suspect;

    /**
     * @param capacity how many may wait, beside those that have a slot
     * @param unusableBecause asked before a judgement is tried on a faulty runner: empty when it may be well again
     */
    public InProcessJudgeQueue(
            Judge judge, int slots, int capacity, CircuitBreaker breaker, Supplier<Optional<String>> unusableBecause) {
        this.judge = judge;
        this.slots = slots;
        this.capacity = capacity;
        this.breaker = breaker;
        this.unusableBecause = unusableBecause;
    }

    @Override
    public boolean offer(JudgeRequest request, Consumer<JudgeEvent> listener) {
        synchronized (this) {
            if (closed) {
                return false;
            }
            boolean toWait = busy == slots || !waiting.isEmpty() || !breaker.isClosed();
            if (toWait && waiting.size() >= capacity) {
                return false;
            }
            waiting.addLast(new Entry(request, listener));
            fillSlots();
        }
        Threads.start(this::tellPositions);
        return true;
    }

    @Override
    public synchronized boolean offerIfIdle(JudgeRequest request, Consumer<JudgeEvent> listener) {
        return busy < slots && waiting.isEmpty() && pausedBecause().isEmpty() && offer(request, listener);
    }

    /** For people: why it holds back what waits; empty when what is offered now would be judged or at least tried. */
    public synchronized Optional<String> pausedBecause() {
        boolean wouldBeTried = waiting.isEmpty()
                && breaker.coolingFor().filter(Duration::isZero).isPresent();
        return wouldBeTried ? Optional.empty() : breaker.openBecause();
    }

    /** Gives what waits to the slots that are free, or to the thread that looks after a faulty runner. */
    private synchronized void fillSlots() {
        while (!closed && busy < slots && !waiting.isEmpty()) {
            Optional<CircuitBreaker.Permit> permit = breaker.admit();
            if (permit.isEmpty()) {
                break;
            }
            Entry entry = waiting.removeFirst();
            busy++;
            Threads.start(() -> work(entry, permit.get()));
        }
        if (!closed && !waiting.isEmpty() && !breaker.isClosed() && !recovering) {
            recovering = true;
            Threads.start(this::recover);
        }
    }

    private void work(Entry entry, CircuitBreaker.Permit permit) {
        Judgement judgement = entry.judge(judge);
        report(entry, permit, judgement);
        entry.tellDone(judgement);
        synchronized (this) {
            busy--;
            notifyAll();
            fillSlots();
        }
        Threads.start(this::tellPositions);
    }

    /** Before the listener hears of the end: who then asks the breaker finds it open when this was one fault too many. */
    private void report(Entry entry, CircuitBreaker.Permit permit, Judgement judgement) {
        if (judgement.showsAFaultyRunner()) {
            synchronized (this) {
                suspect = entry.challenge();
            }
            breaker.failed(permit, judgement.explanation());
        } else if (judgement.fault() == null) {
            breaker.succeeded(permit);
        } else {
            breaker.undecided(permit);
        }
    }

    private void recover() {
        try {
            while (awaitCoolDown()) {
                Optional<String> reason = unusable();
                if (reason.isPresent()) {
                    breaker.stillFaulty(reason.get());
                } else {
                    tryOne();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (this) {
                recovering = false;
                fillSlots();
            }
        }
    }

    private Optional<String> unusable() {
        try {
            return unusableBecause.get();
        } catch (RuntimeException e) {
            log.error("Whether the runner is well could not be asked", e);
            return Optional.of("The runner failed (" + e + ")");
        }
    }

    /** Waits until a judgement may be tried; false when there is none to try, or no need to. */
    private synchronized boolean awaitCoolDown() throws InterruptedException {
        while (!closed && !waiting.isEmpty()) {
            Optional<Duration> cooling = breaker.coolingFor();
            if (cooling.isEmpty()) {
                return false;
            }
            if (busy == slots) {
                wait();
            } else if (cooling.get().isZero()) {
                return true;
            } else {
                wait(cooling.get().toMillis() + 1);
            }
        }
        return false;
    }

    private void tryOne() {
        Entry entry;
        CircuitBreaker.Permit permit;
        synchronized (this) {
            Optional<CircuitBreaker.Permit> trial =
                    closed || waiting.isEmpty() ? Optional.empty() : breaker.admitOnTrial();
            if (trial.isEmpty()) {
                return;
            }
            permit = trial.get();
            entry = forTrial();
            busy++;
        }
        work(entry, permit);
    }

    /** The first of another challenge than the suspect's, if there is one. */
    private Entry forTrial() {
        Entry first = waiting.stream()
                .filter(entry -> !entry.challenge().equals(suspect))
                .findFirst()
                .orElseGet(waiting::getFirst);
        waiting.remove(first);
        return first;
    }

    /** One at a time, or an older view of the queue could be told after a newer one. */
    private void tellPositions() {
        synchronized (positions) {
            List<Entry> now;
            synchronized (this) {
                now = new ArrayList<>(waiting);
            }
            Optional<String> held = now.isEmpty() ? Optional.empty() : breaker.openBecause();
            for (int ahead = 0; ahead < now.size(); ahead++) {
                now.get(ahead).tellPosition(ahead);
                held.ifPresent(now.get(ahead)::tellHeld);
            }
        }
    }

    /** Those that wait end with a fault of ours; those that are judged end with their judge. */
    @Override
    public void close() {
        List<Entry> left;
        synchronized (this) {
            closed = true;
            left = new ArrayList<>(waiting);
            waiting.clear();
            notifyAll();
        }
        left.forEach(Entry::giveUp);
    }

    /** One request; its listener hears of positions only before the judgement starts, and never from two threads at once. */
    private static final class Entry {

        private final JudgeRequest request;
        private final Consumer<JudgeEvent> listener;
        private final long since = System.nanoTime();
        private boolean started;
        private boolean toldHeld;
        private int toldAhead = -1;

        Entry(JudgeRequest request, Consumer<JudgeEvent> listener) {
            this.request = request;
            this.listener = listener;
        }

        String challenge() {
            return request.challenge().id();
        }

        synchronized void tellPosition(int ahead) {
            if (!started && ahead != toldAhead) {
                toldAhead = ahead;
                tell(new JudgeEvent.Queued(ahead));
            }
        }

        synchronized void tellHeld(String because) {
            if (!started && !toldHeld) {
                toldHeld = true;
                tell(new JudgeEvent.Held(because));
            }
        }

        /** Tells all but the end. */
        Judgement judge(Judge judge) {
            start();
            long queued = waited();
            try {
                return judge.judge(request, event -> {
                            if (!(event instanceof JudgeEvent.Done)) {
                                tell(event);
                            }
                        })
                        .after(queued);
            } catch (RuntimeException | Error e) {
                // An error as well: it would end the thread, and the slot would be lost for good.
                log.error("Judgement {} ended without a result", request.id(), e);
                return Judgement.faulty(
                        SandboxFault.Kind.RUNNER, "The runner failed (" + e + "): judge again", waited());
            }
        }

        void giveUp() {
            start();
            tellDone(Judgement.faulty(
                    SandboxFault.Kind.STOPPED, "The runner was stopped before this was judged: judge again", waited()));
        }

        void tellDone(Judgement judgement) {
            tell(new JudgeEvent.Done(judgement));
        }

        private synchronized void start() {
            started = true;
        }

        private long waited() {
            return Duration.ofNanos(System.nanoTime() - since).toMillis();
        }

        /** A listener that fails must not cost the slot. */
        private void tell(JudgeEvent event) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                log.error("A listener of judgement {} failed at {}", request.id(), event, e);
            }
        }
    }
}

package dev.assay.runner.dispatch;

import dev.assay.runner.judging.Judge;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.PodJudge;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bounded queue in memory in front of a fixed number of slots, first come first served. */
public final class InProcessJudgeQueue implements JudgeQueue, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(InProcessJudgeQueue.class);

    private final Judge judge;
    private final int slots;
    private final int capacity;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final Object positions = new Object();
    private int busy;
    private boolean closed;

    /** @param capacity how many may wait, beside those that have a slot */
    public InProcessJudgeQueue(Judge judge, int slots, int capacity) {
        this.judge = judge;
        this.slots = slots;
        this.capacity = capacity;
    }

    @Override
    public boolean offer(JudgeRequest request, Consumer<JudgeEvent> listener) {
        Entry entry = new Entry(request, listener);
        synchronized (this) {
            if (closed || (busy == slots && waiting.size() >= capacity)) {
                return false;
            }
            if (busy < slots) {
                busy++;
                Thread.startVirtualThread(() -> work(entry));
                return true;
            }
            waiting.addLast(entry);
        }
        Thread.startVirtualThread(this::tellPositions);
        return true;
    }

    private void work(Entry first) {
        for (Entry entry = first; entry != null; entry = next()) {
            entry.judge(judge);
        }
    }

    private synchronized @Nullable Entry next() {
        Entry next = waiting.pollFirst();
        if (next == null) {
            busy--;
        } else {
            Thread.startVirtualThread(this::tellPositions);
        }
        return next;
    }

    /** One at a time, or an older view of the queue could be told after a newer one. */
    private void tellPositions() {
        synchronized (positions) {
            List<Entry> now;
            synchronized (this) {
                now = new ArrayList<>(waiting);
            }
            for (int ahead = 0; ahead < now.size(); ahead++) {
                now.get(ahead).tellPosition(ahead);
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
        }
        left.forEach(Entry::giveUp);
    }

    /** One request; its listener hears of positions only before the judgement starts, and never from two threads at once. */
    private static final class Entry {

        private final JudgeRequest request;
        private final Consumer<JudgeEvent> listener;
        private final long since = System.nanoTime();
        private boolean started;
        private int toldAhead = -1;

        Entry(JudgeRequest request, Consumer<JudgeEvent> listener) {
            this.request = request;
            this.listener = listener;
        }

        synchronized void tellPosition(int ahead) {
            if (!started && ahead != toldAhead) {
                toldAhead = ahead;
                tell(new JudgeEvent.Queued(ahead));
            }
        }

        void judge(Judge judge) {
            start();
            long queued = waited();
            try {
                judge.judge(
                        request,
                        event -> tell(
                                event instanceof JudgeEvent.Done(Judgement judgement)
                                        ? new JudgeEvent.Done(withQueued(judgement, queued))
                                        : event));
            } catch (RuntimeException | Error e) {
                // An error as well: it would end the thread, and the slot would be lost for good.
                log.error("Judgement {} ended without a result", request.id(), e);
                tell(new JudgeEvent.Done(PodJudge.faulty("The runner failed (" + e + "): judge again", waited())));
            }
        }

        void giveUp() {
            start();
            tell(new JudgeEvent.Done(
                    PodJudge.faulty("The runner was stopped before this was judged: judge again", waited())));
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

        private static Judgement withQueued(Judgement judgement, long queued) {
            return new Judgement(
                    judgement.verdict(),
                    judgement.score(),
                    judgement.categories(),
                    judgement.tests(),
                    judgement.explanation(),
                    judgement.buildLog(),
                    judgement.serviceLog(),
                    judgement.timings().after(queued));
        }
    }
}

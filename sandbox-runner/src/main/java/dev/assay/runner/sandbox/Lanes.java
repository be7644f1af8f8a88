package dev.assay.runner.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The engine's processors, divided among the slots so that no judgement runs on another's. All lanes are of one size, or equal
 * submissions would not be equally fast; what is left over is for the engine and the runner.
 */
public final class Lanes {

    /** A slot's processors, given back when closed. */
    public final class Lane implements AutoCloseable {

        private final int number;
        private boolean open = true;

        private Lane(int number) {
            this.number = number;
        }

        public CpuSet cpus() {
            return sets().get(number);
        }

        @Override
        public void close() {
            release(this);
        }
    }

    private final int slots;
    private final IntSupplier processors;
    private final int[] judgements;
    private Runnable whenReleased = () -> {};
    private @Nullable List<CpuSet> sets;
    private double share;

    /** @param processors asks the engine how many it has; throws a {@link SandboxFault} when it cannot be asked */
    public Lanes(int slots, IntSupplier processors) {
        this.slots = slots;
        this.processors = processors;
        this.judgements = new int[slots];
    }

    /** The processors of each lane. The engine is asked when this is first called. */
    public synchronized List<CpuSet> sets() {
        if (sets == null) {
            int all = Math.max(1, processors.getAsInt());
            share = all >= slots ? 0 : (double) all / slots;
            sets = divided(all);
        }
        return sets;
    }

    /** How much of a processor's time each container of a pod may use, or 0 for all of its lane's. */
    public synchronized double share() {
        sets();
        return share;
    }

    /** A lane that is free, one of the preferred if there is a choice; when none is free, the one that the fewest use. */
    public synchronized Lane take(Set<CpuSet> preferred) {
        List<CpuSet> all = sets();
        int best = 0;
        for (int i = 1; i < slots; i++) {
            boolean better = judgements[i] < judgements[best]
                    || (judgements[i] == judgements[best]
                            && preferred.contains(all.get(i))
                            && !preferred.contains(all.get(best)));
            best = better ? i : best;
        }
        judgements[best]++;
        return new Lane(best);
    }

    /** Those on which no judgement runs. */
    public synchronized Set<CpuSet> free() {
        Set<CpuSet> free = new LinkedHashSet<>(sets());
        for (int i = 0; i < slots; i++) {
            if (judgements[i] > 0) {
                free.remove(sets().get(i));
            }
        }
        return free;
    }

    /** Runs the action whenever a lane has been given back. */
    public synchronized void whenReleased(Runnable action) {
        whenReleased = action;
    }

    private void release(Lane lane) {
        Runnable action;
        synchronized (this) {
            if (!lane.open) {
                return;
            }
            lane.open = false;
            judgements[lane.number]--;
            action = whenReleased;
        }
        action.run();
    }

    private List<CpuSet> divided(int all) {
        int size = Math.max(1, all / slots);
        List<CpuSet> lanes = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            SortedSet<Integer> numbers = new TreeSet<>();
            for (int i = 0; i < size; i++) {
                numbers.add((slot * size + i) % all);
            }
            lanes.add(new CpuSet(numbers));
        }
        return List.copyOf(lanes);
    }
}

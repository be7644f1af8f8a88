package dev.assay.runner.judging;

import dev.assay.runner.pool.Maker;
import dev.assay.runner.pool.Places;
import dev.assay.runner.pool.Pool;
import dev.assay.runner.pool.Stocking;
import dev.assay.runner.sandbox.CpuSet;
import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.Lanes;
import dev.assay.runner.sandbox.Pods;
import dev.assay.runner.sandbox.Priority;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out pods in which everything has started, and makes the next ones ahead. A pod starts on the processors of one slot with
 * little share of them, and has its full share before it is handed out, so that it is worth what a pod made on demand is. None
 * waits for so long that a reaper on another machine, which sees only its age, would take it for left behind.
 */
public final class WarmPods implements PodSource, AutoCloseable {

    /** The value of the label that names a pod's judgement; when the pod is made there is none yet. */
    public static final String LABEL = "made-ahead";

    private static final Logger log = LoggerFactory.getLogger(WarmPods.class);

    /** With its little share on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PodSource cold;
    private final Pool<PodShape, CpuSet, PodRun> pool;

    /**
     * @param memoryMiB what all waiting pods together may take
     * @param slots judgements at one time
     */
    public WarmPods(Pods pods, Lanes lanes, int memoryMiB, int slots, Executor threads) {
        cold = new ColdPods(pods);
        pool = new Pool<>(
                new PodMaker(pods, lanes),
                new Stocking(memoryMiB, slots + 1),
                placesOf(lanes),
                slots,
                threads,
                System::nanoTime);
        lanes.whenReleased(pool::released);
    }

    @Override
    public PodRun take(PodShape shape, CpuSet cpus, String label) {
        pool.forget(shape::replaces);
        return pool.take(shape, cpus).orElseGet(() -> cold.take(shape, cpus, label));
    }

    @Override
    public void expect(PodShape shape) {
        pool.forget(shape::replaces);
        pool.expect(shape);
    }

    @Override
    public Set<CpuSet> readyOn(PodShape shape) {
        return pool.readyAt(shape);
    }

    /** Waits until all pods that are wanted are there; false when that takes longer. */
    public boolean awaitComplete(Duration atMost) throws InterruptedException {
        return pool.awaitComplete(atMost);
    }

    public Pool.Census<PodShape> census() {
        return pool.census();
    }

    @Override
    public void close() {
        pool.close();
    }

    private static Places<CpuSet> placesOf(Lanes lanes) {
        return new Places<>() {
            @Override
            public List<CpuSet> all() {
                return lanes.sets();
            }

            @Override
            public Set<CpuSet> free() {
                return lanes.free();
            }
        };
    }

    private static final class PodMaker implements Maker<PodShape, CpuSet, PodRun> {

        private final Pods pods;
        private final Lanes lanes;
        private volatile boolean movable = true;

        PodMaker(Pods pods, Lanes lanes) {
            this.pods = pods;
            this.lanes = lanes;
        }

        @Override
        public PodRun make(PodShape shape, CpuSet cpus, CompletableFuture<Void> haste) {
            boolean promotable = movable;
            PodRun run = PodRun.start(
                    pods,
                    shape.spec(LABEL, cpus, promotable ? Priority.BACKGROUND : Priority.JUDGING),
                    shape.servers());
            try {
                var _ = haste.thenRun(() -> run.post(() -> {}));
                await(run, run::prepared, haste);
                // Where every slot is busy the pod is used soon, and the time is better spent on what runs.
                if (!haste.isDone() && !lanes.free().isEmpty()) {
                    run.warmUp();
                    await(run, run::warm, haste);
                }
                if (promotable && !haste.isDone() && !move(run, cpus)) {
                    throw new SandboxFault("A pod could not be given its processors");
                }
                return run;
            } catch (RuntimeException e) {
                run.close();
                throw e;
            }
        }

        private static void await(PodRun run, Supplier<Optional<Boolean>> answer, CompletableFuture<Void> haste) {
            boolean inTime = run.await(
                            Deadline.in(PATIENCE),
                            () -> answer.get().or(() -> haste.isDone() ? Optional.of(false) : Optional.empty()))
                    .isPresent();
            if (!inTime) {
                throw new SandboxFault("A pod did not start within " + PATIENCE.toSeconds() + " s");
            }
        }

        @Override
        public boolean usable(PodRun run) {
            return run.intact();
        }

        @Override
        public boolean movable() {
            return movable;
        }

        @Override
        public boolean move(PodRun run, CpuSet cpus) {
            if (run.pod().promote(cpus)) {
                return true;
            }
            if (run.intact() && movable) {
                movable = false;
                log.info(
                        "The engine cannot change the processors of a running container; pods have them from the start");
            }
            return false;
        }

        @Override
        public void discard(PodRun run) {
            run.close();
        }

        @Override
        public int cost(PodShape shape) {
            return shape.idleMiB();
        }
    }
}

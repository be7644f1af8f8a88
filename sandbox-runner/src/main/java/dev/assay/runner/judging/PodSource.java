package dev.assay.runner.judging;

import dev.assay.runner.sandbox.CpuSet;
import java.util.Set;

/** Where judgements get their pods: made on demand, or ahead of it. */
public interface PodSource {

    /**
     * A pod that nobody has used, and that nobody else gets. Its containers run; what starts in them may still be starting, see
     * {@link PodRun#prepared()}. The taker closes it.
     *
     * @param label names in labels what the pod is for, where it is made for this
     * @throws dev.assay.runner.sandbox.SandboxFault when the engine cannot do it
     */
    PodRun take(PodShape shape, CpuSet cpus, String label);

    /** Says that a pod of this shape will soon be asked for. */
    default void expect(PodShape shape) {}

    /** The processors on which a pod of this shape waits, so that taking it there costs nothing. */
    default Set<CpuSet> readyOn(PodShape shape) {
        return Set.of();
    }
}

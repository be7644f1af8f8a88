package dev.assay.runner.judging;

import dev.assay.runner.sandbox.CpuSet;

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
}

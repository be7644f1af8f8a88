package dev.assay.runner.judging;

import dev.assay.runner.sandbox.CpuSet;
import dev.assay.runner.sandbox.Pods;
import dev.assay.runner.sandbox.Priority;

/** Makes each pod when it is asked for. */
public final class ColdPods implements PodSource {

    private final Pods pods;

    public ColdPods(Pods pods) {
        this.pods = pods;
    }

    @Override
    public PodRun take(PodShape shape, CpuSet cpus, String label) {
        return PodRun.start(pods, shape.spec(label, cpus, Priority.JUDGING), shape.servers());
    }
}

package dev.assay.runner.judging;

import dev.assay.challenge.Limits;
import dev.assay.runner.sandbox.ContainerLimits;
import dev.assay.runner.sandbox.ContainerLimits.Folder;
import dev.assay.runner.sandbox.ContainerSpec;
import dev.assay.runner.sandbox.PodSpec;
import java.util.List;

/** The containers a judgement needs, and what each may use. */
final class PodShape {

    static final String EXAMINER = "examiner";
    static final String WORKBENCH = "workbench";

    private static final int WORKBENCH_UID = 10001;
    private static final int EXAMINER_UID = 10002;

    /** The examiner bounds itself; these limits only keep a fault in it from harming the machine. */
    private static final int EXAMINER_MEMORY_MIB = 768;

    private static final int EXAMINER_PROCESSES = 128;

    private PodShape() {}

    static PodSpec forExamOnly(String judgement, String examinerImage, double cpus) {
        return new PodSpec(judgement, examiner(examinerImage, cpus), List.of());
    }

    static PodSpec forSubmission(
            String judgement, String examinerImage, String environmentImage, Limits limits, double cpus) {
        ContainerLimits may = new ContainerLimits(
                limits.memoryMiB(),
                limits.processes(),
                cpus,
                List.of(
                        new Folder("/work", limits.filesMiB(), 8192, true),
                        new Folder("/tmp", 32, 1024, false),
                        new Folder("/dev/shm", 4, 64, false)));
        return new PodSpec(
                judgement,
                examiner(examinerImage, cpus),
                List.of(new ContainerSpec(WORKBENCH, environmentImage, WORKBENCH_UID, may)));
    }

    private static ContainerSpec examiner(String image, double cpus) {
        ContainerLimits limits = new ContainerLimits(
                EXAMINER_MEMORY_MIB,
                EXAMINER_PROCESSES,
                cpus,
                List.of(new Folder("/tmp", 16, 256, false), new Folder("/dev/shm", 1, 16, false)));
        return new ContainerSpec(EXAMINER, image, EXAMINER_UID, limits);
    }
}

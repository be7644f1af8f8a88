package dev.assay.runner.judging;

import dev.assay.challenge.Limits;
import dev.assay.runner.environment.DependencyServer;
import dev.assay.runner.sandbox.ContainerLimits;
import dev.assay.runner.sandbox.ContainerLimits.Folder;
import dev.assay.runner.sandbox.ContainerSpec;
import dev.assay.runner.sandbox.CpuSet;
import dev.assay.runner.sandbox.PodSpec;
import dev.assay.runner.sandbox.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a pod is made of. Pods of one shape are interchangeable until they are used.
 *
 * @param examinerImage its tag
 * @param environmentImage its tag
 * @param memoryMiB of the workbench, files included
 * @param filesMiB of the folder of the candidate's files
 * @param processes of the workbench
 * @param dependencies in the order of the challenge
 * @param own the package's own programs, each in a workbench like the submission's
 * @param cpus processors' worth of time for each container, or 0 for all of the processors that it runs on
 */
public record PodShape(
        String examinerImage,
        String environmentImage,
        int memoryMiB,
        int filesMiB,
        int processes,
        List<OwnProgram> own,
        double cpus,
        List<ServerImage> dependencies) {

    /**
     * @param name of its container
     * @param image its tag
     */
    public record OwnProgram(String name, String image) {}

    /** @param image its tag */
    public record ServerImage(DependencyServer server, String image) {}

    public PodShape {
        own = List.copyOf(own);
        dependencies = List.copyOf(dependencies);
    }

    static final String EXAMINER = "examiner";
    static final String WORKBENCH = "workbench";
    static final String REFERENCE = "reference";
    static final String VALIDATOR = "validator";

    private static final int WORKBENCH_UID = 10001;
    private static final int EXAMINER_UID = 10002;
    private static final int FIRST_OTHER_UID = 10003;

    /** The examiner bounds itself; these limits only keep a fault in it from harming the machine. */
    private static final int EXAMINER_MEMORY_MIB = 768;

    private static final int EXAMINER_PROCESSES = 128;

    private static final int EXAMINER_IDLE_MIB = 52;
    private static final int WORKBENCH_IDLE_MIB = 2;

    /** What the engine needs for each container. */
    private static final int CONTAINER_IDLE_MIB = 12;

    static PodShape of(
            String examinerImage,
            String environmentImage,
            Limits limits,
            List<OwnProgram> own,
            double cpus,
            List<ServerImage> dependencies) {
        return new PodShape(
                examinerImage,
                environmentImage,
                limits.memoryMiB(),
                limits.filesMiB(),
                limits.processes(),
                own,
                cpus,
                dependencies);
    }

    /** A judgement may wait for it, but those that run are timed. */
    static PodSpec examinerOnly(String label, String examinerImage) {
        return new PodSpec(label, CpuSet.ANY, Priority.BACKGROUND, examiner(examinerImage, 0), List.of());
    }

    /** Memory that a pod takes while it waits. Measured; most of it is the examiner's heap. */
    int idleMiB() {
        int workbenches = 1 + own.size();
        return EXAMINER_IDLE_MIB
                + workbenches * WORKBENCH_IDLE_MIB
                + servers().stream().mapToInt(DependencyServer::idleMiB).sum()
                + (1 + workbenches + dependencies.size()) * CONTAINER_IDLE_MIB;
    }

    /** Whether this is what has become of the other: made of the same, of which something was built anew. */
    boolean replaces(PodShape other) {
        return !images().equals(other.images())
                && images().stream()
                        .map(PodShape::nameOf)
                        .toList()
                        .equals(other.images().stream().map(PodShape::nameOf).toList());
    }

    private List<String> images() {
        return Stream.of(
                        Stream.of(examinerImage, environmentImage),
                        own.stream().map(OwnProgram::image),
                        dependencies.stream().map(ServerImage::image))
                .flatMap(images -> images)
                .toList();
    }

    private static String nameOf(String image) {
        return image.substring(0, image.lastIndexOf(':') + 1);
    }

    /** @param label names in labels what the pod is for */
    PodSpec spec(String label, CpuSet processors, Priority priority) {
        ContainerLimits may = new ContainerLimits(memoryMiB, processes, cpus, folders(filesMiB));
        List<ContainerSpec> members = new ArrayList<>();
        members.add(new ContainerSpec(WORKBENCH, environmentImage, WORKBENCH_UID, may));
        int uid = FIRST_OTHER_UID;
        for (OwnProgram program : own) {
            members.add(new ContainerSpec(program.name(), program.image(), uid++, may));
        }
        for (ServerImage dependency : dependencies) {
            members.add(dependency(dependency, uid++));
        }
        return new PodSpec(label, processors, priority, examiner(examinerImage, cpus), members);
    }

    List<DependencyServer> servers() {
        return dependencies.stream().map(ServerImage::server).toList();
    }

    private static List<Folder> folders(int filesMiB) {
        return List.of(
                new Folder("/work", filesMiB, 8192, true),
                new Folder("/tmp", 32, 1024, false),
                new Folder("/dev/shm", 4, 64, false));
    }

    /** What a folder of the workbench may hold. */
    static Optional<Folder> limitOf(String path, Limits limits) {
        return folders(limits.filesMiB()).stream()
                .filter(folder -> folder.path().equals(path))
                .findFirst();
    }

    private ContainerSpec dependency(ServerImage dependency, int uid) {
        DependencyServer server = dependency.server();
        ContainerLimits limits = new ContainerLimits(
                server.memoryMiB(),
                server.processes(),
                cpus,
                List.of(
                        new Folder("/work", server.filesMiB(), 16_384, true),
                        new Folder("/tmp", 16, 256, false),
                        new Folder("/dev/shm", 4, 64, false)));
        return new ContainerSpec(server.name(), dependency.image(), uid, limits);
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

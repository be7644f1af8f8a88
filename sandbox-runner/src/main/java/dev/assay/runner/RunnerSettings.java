package dev.assay.runner;

import com.sun.management.OperatingSystemMXBean;
import dev.assay.runner.judging.Bounds;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a runner works on this machine.
 *
 * @param dockerHost {@code unix:///path} or {@code tcp://host:port}
 * @param runtime the engine's OCI runtime for pods: {@code runc}, or {@code runsc} for gVisor
 * @param slots judgements at one time
 * @param queueCapacity judgements that may wait for a slot
 * @param cache folder for compiled exams; made when first needed
 * @param warmMemoryMiB memory for pods that are made before they are asked for; 0 for none
 * @param bounds the most that a package may ask for
 */
public record RunnerSettings(
        String dockerHost, String runtime, int slots, int queueCapacity, Path cache, int warmMemoryMiB, Bounds bounds) {

    private static final Pattern DOCKER_HOST =
            Pattern.compile("unix:///.+|tcp://([\\w.-]+|\\[[0-9a-fA-F:]+]):\\d{1,5}");

    public static final String DEFAULT_DOCKER_HOST = "unix:///var/run/docker.sock";

    public RunnerSettings {
        if (!DOCKER_HOST.matcher(dockerHost).matches()) {
            throw new IllegalArgumentException(
                    "The Docker host \"" + dockerHost + "\" is not understood; use unix:///path or tcp://host:port");
        }
        if (!runtime.matches("[\\w.-]+")) {
            throw new IllegalArgumentException(
                    "The container runtime \"" + runtime + "\" is not a name; use for example runc or runsc");
        }
        if (slots < 1 || slots > 256) {
            throw new IllegalArgumentException("The number of slots is " + slots + "; allowed is 1 to 256");
        }
        if (queueCapacity < 1) {
            throw new IllegalArgumentException("The queue's capacity is " + queueCapacity + "; it must be at least 1");
        }
        if (warmMemoryMiB < 0) {
            throw new IllegalArgumentException(
                    "The memory for warm pods is " + warmMemoryMiB + " MiB; use 0 for none, or more");
        }
    }

    /** Without warm pods and without bounds. */
    public RunnerSettings(String dockerHost, String runtime, int slots, int queueCapacity, Path cache) {
        this(dockerHost, runtime, slots, queueCapacity, cache, 0, Bounds.NONE);
    }

    public RunnerSettings withWarmMemoryMiB(int memoryMiB) {
        return new RunnerSettings(dockerHost, runtime, slots, queueCapacity, cache, memoryMiB, bounds);
    }

    public RunnerSettings withSlots(int number) {
        return new RunnerSettings(dockerHost, runtime, number, queueCapacity, cache, warmMemoryMiB, bounds);
    }

    public RunnerSettings withBounds(Bounds most) {
        return new RunnerSettings(dockerHost, runtime, slots, queueCapacity, cache, warmMemoryMiB, most);
    }

    /** Without warm pods and bounds, on the engine that {@code DOCKER_HOST} names or the local one, half as many slots as processors. */
    public static RunnerSettings defaults() {
        return new RunnerSettings(
                environment("DOCKER_HOST").orElse(DEFAULT_DOCKER_HOST),
                "runc",
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                100,
                environment("XDG_CACHE_HOME")
                        .map(Path::of)
                        .orElse(Path.of(".cache"))
                        .resolve("assay"));
    }

    /** For a runner that goes on running: an eighth of this machine's memory, at most 2 GiB. */
    public static int usualWarmMemoryMiB() {
        long bytes =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return (int) Math.min(2048, bytes / 8 / (1024 * 1024));
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}

package dev.assay.runner.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.assay.runner.RunnerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The engine's containers, as tests look at them. */
public final class Containers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DockerEngine engine;

    /** Those of the machine's engine. */
    public Containers() {
        this(RunnerSettings.defaults().dockerHost());
    }

    public Containers(String dockerHost) {
        engine = new DockerEngine(dockerHost);
    }

    DockerEngine engine() {
        return engine;
    }

    public List<String> of(String ownerLabel) {
        return engine.call(
                "listing containers",
                docker -> docker
                        .listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(Map.of(DockerPods.OWNER, ownerLabel))
                        .exec()
                        .stream()
                        .map(container -> container.getId())
                        .toList());
    }

    /** Kills a container as somebody outside would, and waits for its end. */
    public void kill(String ownerLabel, String container) {
        engine.call("killing a container", docker -> {
            docker.listContainersCmd()
                    .withLabelFilter(Map.of(DockerPods.OWNER, ownerLabel))
                    .withNameFilter(List.of(container))
                    .exec()
                    .forEach(found -> {
                        docker.killContainerCmd(found.getId()).exec();
                        docker.waitContainerCmd(found.getId())
                                .exec(new WaitContainerResultCallback())
                                .awaitStatusCode();
                    });
            return true;
        });
    }

    /**
     * A container that runs.
     *
     * @param name what it is called in its pod
     * @param judgement its pod's label
     * @param processors the set that it may run on, empty for any
     * @param share of a processor, as weighed against others
     */
    public record Running(String id, String name, String judgement, String processors, int share) {}

    public List<Running> running(String ownerLabel) {
        return engine.call(
                "looking at containers",
                docker ->
                        docker.listContainersCmd().withLabelFilter(Map.of(DockerPods.OWNER, ownerLabel)).exec().stream()
                                .flatMap(container -> look(docker, container.getId()).stream())
                                .toList());
    }

    private static Optional<Running> look(DockerClient docker, String id) {
        try {
            InspectContainerResponse found = docker.inspectContainerCmd(id).exec();
            return Optional.of(new Running(
                    id,
                    found.getName().substring(found.getName().lastIndexOf('-') + 1),
                    Map.copyOf(found.getConfig().getLabels()).getOrDefault(DockerPods.JUDGEMENT, ""),
                    found.getHostConfig().getCpusetCpus(),
                    found.getHostConfig().getCpuShares()));
        } catch (NotFoundException removedMeanwhile) {
            return Optional.empty();
        }
    }

    /** Pods are removed behind a judgement's back. */
    public void awaitNoneOf(String ownerLabel) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> left = of(ownerLabel);
        while (!left.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            left = of(ownerLabel);
        }
        assertThat(left).as("containers left behind").isEmpty();
    }

    @Override
    public void close() {
        engine.close();
    }
}

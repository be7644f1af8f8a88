package dev.assay.runner.sandbox.docker;

import com.github.dockerjava.api.model.Container;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what dead runners left. Pods of a runner that lives are never touched; of one whose life cannot be seen from here
 * (on another machine, or in another container) only those older than any judgement lasts.
 */
final class Reaper {

    static final Duration LONGEST_JUDGEMENT = Duration.ofMinutes(45);

    private static final Logger log = LoggerFactory.getLogger(Reaper.class);

    private final DockerEngine engine;
    private final Clock clock;

    Reaper(DockerEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    void reap() {
        try {
            List<Container> found = engine.call(
                    "listing containers",
                    docker -> docker.listContainersCmd()
                            .withShowAll(true)
                            .withLabelFilter(List.of(DockerPods.OWNER))
                            .exec());
            for (Container container : found) {
                if (isLeft(container)) {
                    remove(container);
                }
            }
        } catch (SandboxFault fault) {
            log.warn("Containers that dead runners may have left were not looked for: {}", fault.getMessage());
        }
    }

    private boolean isLeft(Container container) {
        String label = container.getLabels().getOrDefault(DockerPods.OWNER, "");
        return Owner.parse(label)
                .map(owner -> owner.isOfThisPlace() ? !owner.lives() : isOld(container))
                .orElse(true);
    }

    private boolean isOld(Container container) {
        return Instant.ofEpochSecond(container.getCreated())
                .plus(LONGEST_JUDGEMENT)
                .isBefore(clock.instant());
    }

    private void remove(Container container) {
        try {
            engine.call(
                    "removing a container",
                    docker -> docker.removeContainerCmd(container.getId())
                            .withForce(true)
                            .withRemoveVolumes(true)
                            .exec());
            log.info("Removed the container {}, which a dead runner had left", container.getId());
        } catch (SandboxFault fault) {
            log.warn("The container {} was not removed: {}", container.getId(), fault.getMessage());
        }
    }
}

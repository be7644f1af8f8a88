package dev.assay.runner.sandbox.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.model.Container;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what should be gone: containers of this runner whose pod is closed, which the engine could not remove at the time,
 * and what dead runners left. Pods of a runner that lives are never touched; of one whose life cannot be seen from here (on
 * another machine, or in another container) only those older than any judgement lasts.
 */
final class Reaper {

    static final Duration LONGEST_JUDGEMENT = Duration.ofMinutes(45);

    private static final Logger log = LoggerFactory.getLogger(Reaper.class);

    private final DockerEngine engine;
    private final Clock clock;
    private final Owner self;
    private final Predicate<String> isOpen;

    /** @param isOpen whether this runner has a pod of that id, be it that its containers are only being created */
    Reaper(DockerEngine engine, Clock clock, Owner self, Predicate<String> isOpen) {
        this.engine = engine;
        this.clock = clock;
        this.self = self;
        this.isOpen = isOpen;
    }

    /** False when something may be left. */
    boolean reap() {
        try {
            List<Container> found = engine.call(
                    "listing containers",
                    DockerEngine.REMOVAL,
                    docker -> docker.listContainersCmd()
                            .withShowAll(true)
                            .withLabelFilter(List.of(DockerPods.OWNER))
                            .exec());
            List<Container> left = found.stream().filter(this::isLeft).toList();
            return engine.forEach(left, this::removed).stream().allMatch(gone -> gone);
        } catch (SandboxFault fault) {
            log.debug("Containers that are left were not looked for: {}", fault.getMessage());
            return false;
        }
    }

    private boolean isLeft(Container container) {
        Map<String, String> labels = container.getLabels();
        return Owner.parse(labels.getOrDefault(DockerPods.OWNER, ""))
                .map(owner -> {
                    if (owner.equals(self)) {
                        return !isOpen.test(labels.getOrDefault(DockerPods.POD, ""));
                    }
                    return owner.isOfThisPlace() ? !owner.lives() : isOld(container);
                })
                .orElse(true);
    }

    private boolean isOld(Container container) {
        return Instant.ofEpochSecond(container.getCreated())
                .plus(LONGEST_JUDGEMENT)
                .isBefore(clock.instant());
    }

    private boolean removed(Container container) {
        try {
            engine.remove(container.getId());
            log.info("Removed the container {}, which had been left", container.getId());
            return true;
        } catch (SandboxFault fault) {
            // The engine, or another runner, may be about it already; then the next look finds it gone.
            if (!(fault.getCause() instanceof ConflictException)) {
                log.warn("The container {} was not removed: {}", container.getId(), fault.getMessage());
            }
            return false;
        }
    }
}

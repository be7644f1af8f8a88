package dev.assay.runner.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.runner.RunnerSettings;
import dev.assay.runner.sandbox.ContainerLimits;
import dev.assay.runner.sandbox.ContainerSpec;
import dev.assay.runner.sandbox.CpuSet;
import dev.assay.runner.sandbox.Mailbox;
import dev.assay.runner.sandbox.Pod;
import dev.assay.runner.sandbox.PodSpec;
import dev.assay.runner.sandbox.Priority;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The processors of real containers. */
class ProcessorsIT {

    private final Containers containers = new Containers();
    private final DockerPods pods =
            new DockerPods(containers.engine(), RunnerSettings.defaults().runtime(), Clock.systemUTC());

    @AfterEach
    void removeAll() {
        pods.close();
        containers.awaitNoneOf(pods.ownerLabel());
        containers.close();
    }

    @Test
    void aPodGetsItsProcessorsAndItsShareInOneGo() {
        Pod pod = pods.start(spec(CpuSet.ANY, Priority.BACKGROUND), new Mailbox());
        assertThat(containers.running(pods.ownerLabel()))
                .singleElement()
                .satisfies(one -> assertThat(one.processors()).isEmpty())
                .satisfies(one -> assertThat(one.share()).isLessThan(Hardening.FULL_SHARE));

        assertThat(pod.promote(set(0))).isTrue();

        assertThat(containers.running(pods.ownerLabel()))
                .singleElement()
                .satisfies(one -> assertThat(one.processors()).isEqualTo("0"))
                .satisfies(one -> assertThat(one.share()).isEqualTo(Hardening.FULL_SHARE));
    }

    /** Where the engine was given only some of its machine's processors, they are not numbered from 0. */
    @Test
    void podsStartAllTheSameWhereTheEngineLacksTheProcessors() {
        pods.start(spec(set(4711), Priority.JUDGING), new Mailbox());

        assertThat(containers.running(pods.ownerLabel()))
                .singleElement()
                .satisfies(one -> assertThat(one.processors()).isEmpty());
    }

    private static CpuSet set(int processor) {
        return new CpuSet(new TreeSet<>(List.of(processor)));
    }

    private PodSpec spec(CpuSet cpus, Priority priority) {
        ContainerLimits limits =
                new ContainerLimits(128, 32, 0, List.of(new ContainerLimits.Folder("/work", 8, 64, true)));
        return new PodSpec(
                "test",
                cpus,
                priority,
                new ContainerSpec("workbench", TestImages.node(containers.engine()), 10001, limits),
                List.of());
    }
}

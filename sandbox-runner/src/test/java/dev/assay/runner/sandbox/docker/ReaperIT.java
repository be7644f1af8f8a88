package dev.assay.runner.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.NotFoundException;
import dev.assay.runner.RunnerSettings;
import dev.assay.runner.sandbox.ContainerLimits;
import dev.assay.runner.sandbox.ContainerSpec;
import dev.assay.runner.sandbox.CpuSet;
import dev.assay.runner.sandbox.Mailbox;
import dev.assay.runner.sandbox.Pod;
import dev.assay.runner.sandbox.PodSpec;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReaperIT {

    private final Containers containers = new Containers();
    private final DockerEngine engine = containers.engine();

    @BeforeEach
    void needsAnEngine() {
        assertThat(engine.unavailableBecause())
                .as("these tests need a Docker engine; nothing was tested")
                .isEmpty();
    }

    @AfterEach
    void close() {
        containers.close();
    }

    @Test
    void removesWhatADeadRunnerLeftAndNothingElse() {
        Owner self = Owner.self();
        Owner dead = new Owner(self.place(), self.pid(), self.startedAt() - 1, "dead");
        Owner living = new Owner(self.place(), self.pid(), self.startedAt(), "living");
        Owner elsewhere = new Owner("another-machine", 1, 1, "elsewhere");
        for (Owner owner : List.of(dead, living, elsewhere)) {
            container(owner);
        }
        try {
            new Reaper(engine, Clock.systemUTC(), Owner.self(), pod -> true).reap();

            assertThat(containers.of(dead.label())).isEmpty();
            assertThat(containers.of(living.label())).hasSize(1);
            assertThat(containers.of(elsewhere.label())).hasSize(1);

            Instant later =
                    Clock.systemUTC().instant().plus(Reaper.LONGEST_JUDGEMENT).plus(Duration.ofMinutes(1));
            new Reaper(engine, Clock.fixed(later, ZoneOffset.UTC), Owner.self(), pod -> true).reap();

            assertThat(containers.of(living.label())).hasSize(1);
            assertThat(containers.of(elsewhere.label())).isEmpty();
        } finally {
            remove(living);
            remove(elsewhere);
        }
    }

    /** Its containers end with it, because their stdin closes; the next runner removes them. */
    @Test
    void aKilledRunnerLeavesNothingRunning() throws Exception {
        Process runner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForeverRunner.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String owner;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(runner.getInputStream(), StandardCharsets.UTF_8))) {
            owner = out.readLine();
            assertThat(out.readLine()).isEqualTo("started");
        } finally {
            runner.destroyForcibly();
        }
        assertThat(runner.waitFor(10, TimeUnit.SECONDS)).isTrue();
        List<String> left = containers.of(owner);
        for (String id : left) {
            assertThat(awaitEnd(id))
                    .as("a container of a killed runner still runs")
                    .isFalse();
        }

        new Reaper(engine, Clock.systemUTC(), Owner.self(), pod -> true).reap();

        assertThat(containers.of(owner)).isEmpty();
    }

    private boolean awaitEnd(String id) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        boolean running = true;
        while (running && System.nanoTime() < end) {
            running = engine.call("inspecting", docker -> {
                try {
                    return Boolean.TRUE.equals(
                            docker.inspectContainerCmd(id).exec().getState().getRunning());
                } catch (NotFoundException removedByAnotherRunner) {
                    return false;
                }
            });
        }
        return running;
    }

    private void container(Owner owner) {
        engine.call(
                "creating",
                docker -> docker.createContainerCmd("assay/base:trixie")
                        .withCmd("true")
                        .withLabels(Map.of(DockerPods.OWNER, owner.label()))
                        .exec());
    }

    private void remove(Owner owner) {
        for (String id : containers.of(owner.label())) {
            engine.call(
                    "removing",
                    docker -> docker.removeContainerCmd(id).withForce(true).exec());
        }
    }

    /** A process that starts a pod, says so, and waits to be killed. */
    static final class ForeverRunner {

        public static void main(String[] args) throws Exception {
            RunnerSettings settings = RunnerSettings.defaults();
            DockerEngine engine = new DockerEngine(settings.dockerHost());
            DockerPods pods = new DockerPods(engine, settings.runtime(), Clock.systemUTC());
            System.out.println(pods.ownerLabel());
            String image = TestImages.node(engine);
            ContainerLimits limits =
                    new ContainerLimits(128, 32, 1, List.of(new ContainerLimits.Folder("/work", 8, 64, true)));
            Pod pod = pods.start(
                    new PodSpec(
                            "forever",
                            CpuSet.ANY,
                            new ContainerSpec("owner", image, 10001, limits),
                            List.of(new ContainerSpec("member", image, 10002, limits))),
                    new Mailbox());
            pod.send("owner", "nonce 8080\n".getBytes(StandardCharsets.UTF_8));
            System.out.println("started");
            Thread.currentThread().join();
        }
    }
}

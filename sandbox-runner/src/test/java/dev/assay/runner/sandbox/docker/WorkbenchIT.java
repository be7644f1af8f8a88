package dev.assay.runner.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.runner.RunnerSettings;
import dev.assay.runner.sandbox.ContainerLimits;
import dev.assay.runner.sandbox.ContainerSpec;
import dev.assay.runner.sandbox.CpuSet;
import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.Mailbox;
import dev.assay.runner.sandbox.Outcome;
import dev.assay.runner.sandbox.Pod;
import dev.assay.runner.sandbox.PodSpec;
import dev.assay.runner.sandbox.Workbench;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PID 1 of the workbench, in a real container. */
class WorkbenchIT {

    private static final String NONCE = "n0nce";
    private static final String END = new String(Workbench.endMark(NONCE), StandardCharsets.UTF_8);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Containers containers = new Containers();
    private final DockerPods pods =
            new DockerPods(containers.engine(), RunnerSettings.defaults().runtime(), Clock.systemUTC());
    private final Mailbox mailbox = new Mailbox();
    private Pod pod;
    private Workbench workbench;
    private final StringBuilder printed = new StringBuilder();

    @BeforeEach
    void start() {
        ContainerLimits limits = new ContainerLimits(
                128,
                32,
                1,
                List.of(
                        new ContainerLimits.Folder("/work", 16, 256, true),
                        new ContainerLimits.Folder("/tmp", 4, 64, false)));
        mailbox.allow("workbench", 64, 64);
        pod = pods.start(
                new PodSpec(
                        "test",
                        CpuSet.ANY,
                        new ContainerSpec("workbench", TestImages.node(containers.engine()), 10001, limits),
                        List.of()),
                mailbox);
        workbench = new Workbench(pod, "workbench", NONCE);
        workbench.begin();
        await(Workbench.Reply.Ready.class);
    }

    @AfterEach
    void removeAll() {
        pods.close();
        containers.awaitNoneOf(pods.ownerLabel());
        containers.close();
    }

    @Test
    void deliversFilesQuicklyAndWhole() {
        TreeMap<String, byte[]> files = new TreeMap<>(Map.of(
                "a.txt",
                "text\n".getBytes(StandardCharsets.UTF_8),
                "empty",
                new byte[0],
                "deep/" + "n".repeat(150) + "/long.bin",
                new byte[700_000]));
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            Deadline time = Deadline.in(PATIENCE);
            workbench.put(files);
            assertThat(await(Workbench.Reply.Put.class).status()).isZero();
            best = Math.min(best, time.used().toMillis());
        }
        assertThat(best).as("milliseconds to deliver").isLessThan(500);

        workbench.build("cat a.txt; find . -type f -size +600k | wc -l; ls");
        assertThat(await(Workbench.Reply.Ended.class)).isEqualTo(new Workbench.Reply.Ended("build", 0));
        assertThat(printed.toString()).isEqualTo("text\n1\na.txt\ndeep\nempty\n");
    }

    @Test
    void killEndsEveryDaemonAndLeavesTheFiles() {
        workbench.serve("""
                (setsid sh -c 'while :; do date +%N >/work/beat; sleep 0.05; done' &) &
                trap '' TERM HUP INT
                echo kept >/work/src/file
                while :; do sleep 1; done""");
        awaitFile();

        workbench.kill();
        await(Workbench.Reply.Killed.class);
        workbench.look();
        assertThat(await(Workbench.Reply.Look.class).running()).isFalse();

        workbench.build("""
                cat file
                one=$(cat ../beat); sleep 0.3; test "$one" = "$(cat ../beat)" && echo still
                for p in /proc/[0-9]*; do tr '\\0' ' ' <$p/cmdline; echo; done 2>/dev/null | grep -c 'date' || true""");
        assertThat(await(Workbench.Reply.Ended.class).status()).isZero();
        assertThat(printed.toString()).startsWith("kept\nstill\n");
    }

    @Test
    void tellsHowAScriptEnded() {
        workbench.serve("exit 3");
        assertThat(await(Workbench.Reply.Ended.class)).isEqualTo(new Workbench.Reply.Ended("serve", 3));
        workbench.serve("kill -9 $$");
        assertThat(Outcome.ofStatus(await(Workbench.Reply.Ended.class).status()))
                .isEqualTo(new Outcome.Killed(9));
    }

    @Test
    void isNotImpressedByInputForTheScript() {
        workbench.serve("cat; echo end of input");
        assertThat(await(Workbench.Reply.Ended.class).status()).isZero();
        assertThat(printed.toString()).isEqualTo("end of input\n");
    }

    @Test
    void saysThatTheContainerRanOutOfMemory() {
        workbench.serve("tail /dev/zero; exit 0"); // a line without end, all of it in memory
        assertThat(await(Workbench.Reply.Ended.class).status()).isZero();

        workbench.look();
        assertThat(await(Workbench.Reply.Look.class).killedForMemory()).isPositive();
        assertThat(pod.stop("workbench")).isInstanceOf(Outcome.OutOfMemory.class);
    }

    private void awaitFile() {
        Deadline patience = Deadline.in(PATIENCE);
        int status = 1;
        while (status != 0 && !patience.passed()) {
            workbench.build("test -s /work/src/file && test -s /work/beat");
            status = await(Workbench.Reply.Ended.class).status();
        }
        assertThat(status).isZero();
    }

    private <T extends Workbench.Reply> T await(Class<T> kind) {
        Deadline patience = Deadline.in(PATIENCE);
        T heard = null;
        while (!patience.passed()) {
            int end = printed.indexOf(END);
            if (heard != null && (end >= 0 || !(heard instanceof Workbench.Reply.Ended))) {
                if (end >= 0) {
                    printed.delete(end, end + END.length());
                }
                return heard;
            }
            Optional<Mailbox.Event> event = mailbox.next(patience.left());
            if (event.isPresent()) {
                switch (event.get()) {
                    case Mailbox.Event.Printed(String _, byte[] bytes) ->
                        printed.append(new String(bytes, StandardCharsets.UTF_8));
                    case Mailbox.Event.Line(String _, String text) -> {
                        Optional<Workbench.Reply> reply = workbench.read(text);
                        if (reply.isPresent() && kind.isInstance(reply.get())) {
                            heard = kind.cast(reply.get());
                        }
                    }
                    default -> throw new AssertionError("Not expected: " + event);
                }
            }
        }
        throw new AssertionError("PID 1 did not answer with " + kind.getSimpleName());
    }
}

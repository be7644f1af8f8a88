package dev.assay.runner.sandbox.docker;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.runner.RunnerSettings;
import dev.assay.runner.sandbox.ContainerLimits;
import dev.assay.runner.sandbox.ContainerSpec;
import dev.assay.runner.sandbox.CpuSet;
import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.Mailbox;
import dev.assay.runner.sandbox.Outcome;
import dev.assay.runner.sandbox.Pod;
import dev.assay.runner.sandbox.PodListener;
import dev.assay.runner.sandbox.PodSpec;
import dev.assay.runner.sandbox.Usage;
import dev.assay.runner.sandbox.Workbench;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
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
    private final Errors errors = new Errors(mailbox);
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
                errors);
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
        assertThat(await(Workbench.Reply.Ended.class).script()).isEqualTo("build");
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
        Workbench.Reply.Look look = await(Workbench.Reply.Look.class);
        assertThat(look.running()).isFalse();
        assertThat(look.usage().processes()).as("PID 1 alone").hasValue(1);

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
        assertThat(await(Workbench.Reply.Ended.class).status()).isEqualTo(3);
        workbench.serve("kill -9 $$");
        assertThat(Outcome.ofStatus(await(Workbench.Reply.Ended.class).status()))
                .isEqualTo(new Outcome.Killed(9));
    }

    @Test
    void keepsWhatWasPrintedFromWhatComesNext() {
        workbench.build("seq 10000");
        await(Workbench.Reply.Ended.class);

        String numbers =
                IntStream.rangeClosed(1, 10_000).mapToObj(i -> i + "\n").collect(joining());
        assertThat(errors.all()).isEqualTo(numbers + END);
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
        assertThat(await(Workbench.Reply.Look.class).usage().killedForMemory().orElseThrow())
                .isPositive();
        assertThat(pod.stop("workbench")).isInstanceOf(Outcome.OutOfMemory.class);
    }

    @Test
    void nothingLivesWhenAKillIsAnswered() {
        // Much memory takes long to give back, and many orphans are many to collect.
        workbench.serve("""
                for i in 1 2 3 4 5 6; do (setsid sh -c 'sleep 100 & sleep 100 & wait' &) & done
                node -e 'const kept = []; for (let i = 0; i < 60; i++) kept.push(Buffer.alloc(1 << 20, i));
                  require("fs").writeFileSync("/work/beat", "up"); require("fs").writeFileSync("/work/src/file", "up");
                  setInterval(() => kept, 1000)'""");
        awaitFile();

        for (int i = 0; i < 3; i++) {
            workbench.kill();
            await(Workbench.Reply.Killed.class);
            workbench.look();
            assertThat(await(Workbench.Reply.Look.class).usage().processes()).hasValue(1);
        }
    }

    @Test
    void pausesAndResumes() {
        workbench.serve("while :; do date +%N >/work/beat; sleep 0.05; done");
        String beat = "cat /work/beat; sleep 0.3; cat /work/beat";
        workbench.pause();
        await(Workbench.Reply.Signalled.class);
        List<String> paused = printedBy(beat);
        workbench.resume();
        await(Workbench.Reply.Signalled.class);
        List<String> resumed = printedBy(beat);

        assertThat(paused).hasSize(2).containsOnly(paused.getFirst());
        assertThat(resumed).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void letsAScriptStopInOrderAlsoWhenItIsPaused() {
        workbench.serve(
                "trap 'echo bye; exit 5' TERM; echo up >/work/src/file; cp file /work/beat; while :; do sleep 0.1; done");
        awaitFile();
        workbench.pause();
        await(Workbench.Reply.Signalled.class);

        workbench.stop();

        assertThat(await(Workbench.Reply.Ended.class).status()).isEqualTo(5);
        assertThat(printed.toString()).contains("bye");
    }

    @Test
    void tellsWhatWasUsed() {
        workbench.build(
                "i=0; while [ $i -lt 300000 ]; do i=$((i + 1)); done; head -c 5000000 /dev/zero >/work/src/five");
        Usage before = await(Workbench.Reply.Begun.class).usage();
        Usage after = await(Workbench.Reply.Ended.class).usage();

        assertThat(after.cpuMicros().orElseThrow() - before.cpuMicros().orElseThrow())
                .isBetween(10_000L, 60_000_000L);
        assertThat(after.memoryBytes().orElseThrow()).isBetween(5_000_000L, 128L << 20);
        assertThat(after.processes().orElseThrow()).isBetween(2L, 32L);
        assertThat(after.refusedProcesses()).hasValue(0);

        workbench.serve("while :; do sleep 100 & done");
        await(Workbench.Reply.Ended.class);
        workbench.look();
        assertThat(await(Workbench.Reply.Look.class).usage().refusedProcesses().orElseThrow())
                .isPositive();
    }

    @Test
    void tellsTheRoomThatIsLeft() {
        workbench.build("head -c 50000000 /dev/zero >/work/src/fifty; for i in 1 2 3; do : >$i; done");
        await(Workbench.Reply.Ended.class);
        workbench.kill();
        workbench.room();

        List<Workbench.Folder> folders = await(Workbench.Reply.Room.class).folders();

        assertThat(folders).extracting(Workbench.Folder::path).containsExactly("/work", "/tmp");
        assertThat(folders.getFirst().bytes()).isZero();
        assertThat(folders.getFirst().files()).isBetween(1L, 256L);
        assertThat(folders.getLast().bytes()).isEqualTo(4 << 20);
    }

    private List<String> printedBy(String script) {
        workbench.build(script);
        await(Workbench.Reply.Ended.class);
        List<String> lines = printed.toString().lines().toList();
        printed.setLength(0);
        return lines;
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

    /** Keeps what standard error brought as a slow reader would: in the arrays that it came in. */
    private record Errors(Mailbox mailbox, List<byte[]> arrays) implements PodListener {

        Errors(Mailbox mailbox) {
            this(mailbox, new CopyOnWriteArrayList<>());
        }

        String all() {
            return arrays.stream()
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .collect(joining());
        }

        @Override
        public void standardOutput(String container, byte[] bytes) {
            mailbox.standardOutput(container, bytes);
        }

        @Override
        public void standardError(String container, byte[] bytes) {
            arrays.add(bytes);
            mailbox.standardError(container, bytes);
        }

        @Override
        public void closed(String container) {
            mailbox.closed(container);
        }
    }
}

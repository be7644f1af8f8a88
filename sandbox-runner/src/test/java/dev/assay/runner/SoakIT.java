package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import dev.assay.runner.sandbox.docker.Containers;
import dev.assay.runner.sandbox.docker.Leftovers;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Many judgements with all slots busy, of submissions that end in many ways; {@code -Dassay.soak=200} for more of them. */
class SoakIT {

    private static final int JUDGEMENTS = Integer.getInteger("assay.soak", 80);
    private static final int SLOTS = 2;
    private static final long MEBI = 1024 * 1024;

    /** Far less than if only the log of each judgement was kept. */
    private static final long MAY_GROW_MIB = 4;

    private record Submission(Verdict expected, String source) {}

    private static final List<Submission> SUBMISSIONS = List.of(
            new Submission(Verdict.ACCEPTED, Sums.NODE),
            new Submission(Verdict.PARTIAL, Sums.NODE.replace("'hello'", "'bye'")),
            new Submission(Verdict.COMPILE_ERROR, "const const;"),
            new Submission(
                    Verdict.ACCEPTED,
                    "require('child_process').spawn('setsid', ['sleep', '1000'], { detached: true, stdio: 'ignore' }).unref();\n"
                            + "console.log('x'.repeat(60000));\n" + Sums.NODE),
            new Submission(Verdict.RUN_TIME_ERROR, "process.exit(3);"));

    private final List<String> wrong = new ArrayList<>();

    @Test
    void leavesNothingBehindAndDoesNotGrow() throws Exception {
        Leftovers before = Leftovers.look();
        RunnerSettings settings = RealEngine.settings();
        LocalRunner runner = LocalRunner.start(
                new RunnerSettings(settings.dockerHost(), settings.runtime(), SLOTS, 10, settings.cache())
                        .withWarmMemoryMiB(512));
        long seconds;
        try (runner;
                ExecutorService clients = Executors.newFixedThreadPool(SLOTS)) {
            assertThat(runner.unavailableBecause()).isEmpty();
            judge(runner, clients, 0, JUDGEMENTS / 4);
            long heap = heapMiB(runner);
            long files = openFiles();
            long started = System.nanoTime();
            judge(runner, clients, JUDGEMENTS / 4, JUDGEMENTS);
            seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();

            assertThat(heapMiB(runner)).as("heap in MiB, %s before", heap).isLessThanOrEqualTo(heap + MAY_GROW_MIB);
            assertThat(openFiles()).as("open files").isLessThanOrEqualTo(files + 2 * SLOTS);
        }

        assertThat(wrong).isEmpty();
        try (Containers containers = new Containers()) {
            containers.awaitNoneOf(runner.ownerLabel());
        }
        awaitNothingNewSince(before);
        System.out.printf("%d judgements took %d s%n", JUDGEMENTS * 3 / 4, seconds);
    }

    private void judge(LocalRunner runner, ExecutorService clients, int from, int to) throws Exception {
        List<Future<?>> all = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String id = "soak-" + i;
            Submission submission = SUBMISSIONS.get(i % SUBMISSIONS.size());
            all.add(clients.submit(() -> judge(runner, id, submission)));
        }
        for (Future<?> one : all) {
            one.get();
        }
    }

    private void judge(LocalRunner runner, String id, Submission submission) {
        Judgement judgement = runner.judge()
                .judge(
                        new JudgeRequest(
                                id,
                                Sums.challenge(),
                                "node",
                                SourceFiles.of(Map.of("main.js", submission.source())),
                                Scope.ALL),
                        event -> {});
        if (judgement.verdict() != submission.expected()) {
            synchronized (wrong) {
                wrong.add(id + ": " + judgement);
            }
        }
    }

    /** With the pods made ahead that there are, and nothing else going on. */
    private static long heapMiB(LocalRunner runner) throws InterruptedException {
        assertThat(runner.awaitWarmPods(Duration.ofMinutes(1))).isTrue();
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / MEBI;
    }

    private static long openFiles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }

    /** The processes behind containers take a moment to end. */
    private static void awaitNothingNewSince(Leftovers before) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        List<String> added = Leftovers.look().without(before);
        while (!added.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            added = Leftovers.look().without(before);
        }
        assertThat(added).as("left behind").isEmpty();
    }
}

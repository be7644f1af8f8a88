package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import dev.assay.runner.judging.WarmPods;
import dev.assay.runner.sandbox.docker.Containers;
import dev.assay.runner.sandbox.docker.Containers.Running;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pods that are made ahead, and the processors of the slots. */
@Timeout(240)
class WarmPodsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Prints all that can be seen from inside but for what differs between any two pods: names, numbers of processes, times. */
    private static final String LOOK_AROUND = """
            exec 2>&1
            echo "== user"; id; umask; ulimit -a; nproc
            echo "== environment"; env | sort
            echo "== self"; grep -v -E '^(Pid|Tgid|NSpid|NStgid|NSpgid|NSsid|PPid|Vm.*|Rss.*|.*ctxt_switches|Ngid|Threads|SigQ|Hugetlb.*):' /proc/self/status
            cat /proc/self/limits /proc/self/oom_score_adj; nice
            echo "== processes"; for p in /proc/[0-9]*; do tr '\\0' ' ' <$p/cmdline; echo; done | grep -v -E '^((tr|sort|grep|sed|cat|sh look.sh) .*)?$' | sort
            echo "== files"; ls -la / /work /tmp /dev /dev/shm /opt/assay | awk '{ print $1, $3, $4, $NF }'; find /work /tmp /dev/shm 2>/dev/null | sort
            df -k -i /work /tmp /dev/shm | awk '{ print $2, $NF }'; df -k /work /tmp /dev/shm | awk '{ print $2, $NF }'
            cat /etc/hosts /etc/resolv.conf | sed 's/[0-9a-f]\\{12\\}/NAME/'
            echo "== mounts"; sed -E 's#lowerdir=[^ ]*#LAYERS#; s#[0-9a-f]{64}#ID#g' /proc/self/mounts | sort
            echo "== cgroup"; sed -E 's#[0-9a-f]{64}#ID#g' /proc/self/cgroup
            for f in memory/memory.limit_in_bytes memory/memory.memsw.limit_in_bytes cpu/cpu.shares cpu/cpu.cfs_quota_us \\
              cpu/cpu.cfs_period_us cpuset/cpuset.cpus cpuset/cpuset.mems pids/pids.max devices/devices.list \\
              memory.max memory.swap.max cpu.max cpu.weight cpuset.cpus cpuset.cpus.effective pids.max; do
              if [ -e /sys/fs/cgroup/$f ]; then echo "$f:" $(cat /sys/fs/cgroup/$f); fi
            done
            echo "== network"; cat /proc/sys/net/ipv4/ip_local_port_range; ls /sys/class/net
            awk '{ print $1 }' /proc/net/dev; cat /proc/net/route
            for f in tcp tcp6 udp udp6; do awk '{ print $2, $3, $4, $8 }' /proc/net/$f; done
            awk '{ print $2, $6, $8 }' /proc/net/unix | sort
            echo "== end"
            """;

    private static final String SHOW_AND_SERVE = """
            const shown = require('child_process').spawnSync('sh', ['look.sh']);
            process.stdout.write(shown.stdout);
            """ + Sums.NODE;

    private static final String BURN = """
            const { spawn } = require('child_process');
            for (let i = 0; i < 8; i++) spawn('sh', ['-c', 'while :; do :; done']);
            setInterval(() => {}, 1000);
            """;

    private final Containers containers = new Containers();

    @AfterEach
    void close() {
        containers.close();
    }

    @Test
    void aPodThatWasMadeAheadLooksLikeAnyOther() throws Exception {
        Map<String, String> files = Map.of("main.js", SHOW_AND_SERVE, "look.sh", LOOK_AROUND);
        Judgement cold;
        Judgement warm;
        try (LocalRunner runner = LocalRunner.start(RealEngine.settings())) {
            judge(runner, "first", files); // images and exam are made now
            cold = judge(runner, "cold", files);
        }
        try (LocalRunner runner = warmRunner(1)) {
            ready(runner);
            warm = judge(runner, "warm", files);

            assertThat(runner.awaitWarmPods(PATIENCE)).isTrue();
            System.out.println("A pod on demand took " + cold.timings().pod() + " ms of "
                    + cold.timings().total() + " ms, one made ahead "
                    + warm.timings().pod() + " ms of " + warm.timings().total() + " ms");
        }

        assertThat(cold.verdict()).as(cold.explanation()).isEqualTo(Verdict.ACCEPTED);
        assertThat(cold.serviceLog()).contains("== user", "== end");
        assertThat(warm.serviceLog()).isEqualTo(cold.serviceLog());
        assertThat(warm.verdict()).isEqualTo(cold.verdict());
        assertThat(results(warm)).isEqualTo(results(cold));
    }

    @Test
    void makesPodsAheadForWhatIsExpectedAndUsesThem() throws Exception {
        try (LocalRunner runner = warmRunner(1)) {
            ready(runner);
            List<Running> waiting = containers.running(runner.ownerLabel());
            assertThat(waiting).extracting(Running::name).containsExactlyInAnyOrder("examiner", "workbench");
            assertThat(waiting).extracting(Running::judgement).containsOnly(WarmPods.LABEL);

            List<String> used = new CopyOnWriteArrayList<>();
            runner.judge().judge(request("one", Map.of("main.js", Sums.NODE)), event -> {
                if (event instanceof JudgeEvent.Examining) {
                    containers.running(runner.ownerLabel()).forEach(one -> used.add(one.id()));
                }
            });

            assertThat(used).containsAll(waiting.stream().map(Running::id).toList());
            assertThat(runner.awaitWarmPods(PATIENCE)).isTrue();
            await(
                    () -> containers.running(runner.ownerLabel()),
                    now -> now.stream().noneMatch(one -> used.contains(one.id())) && now.size() == 2);
        }
    }

    @Test
    void neverUsesAPodThatHasDiedInThePool() throws Exception {
        for (String victim : List.of("examiner", "workbench")) {
            try (LocalRunner runner = warmRunner(1)) {
                ready(runner);
                List<Running> waiting = containers.running(runner.ownerLabel());
                containers.kill(runner.ownerLabel(), victim);
                await(
                        () -> containers.running(runner.ownerLabel()),
                        now -> now.size() == 2 && now.stream().noneMatch(waiting::contains));

                assertThat(judge(runner, "after", Map.of("main.js", Sums.NODE)).verdict())
                        .isEqualTo(Verdict.ACCEPTED);
            }
        }
    }

    @Test
    void leavesNothingWhenItIsClosed() throws Exception {
        LocalRunner ready = warmRunner(2);
        ready(ready);
        ready.close();
        assertThat(containers.of(ready.ownerLabel())).isEmpty();

        LocalRunner making = warmRunner(2);
        making.expect(Sums.challenge(), "node").join();
        await(() -> containers.of(making.ownerLabel()), now -> !now.isEmpty());
        making.close();
        containers.awaitNoneOf(making.ownerLabel());
    }

    /** Made on demand, pods tell in their labels whose they are. */
    @Test
    void aNeighbourThatBurnsProcessorsHasItsOwn() throws Exception {
        try (LocalRunner runner = runner(2, 0)) {
            judge(runner, "first", Map.of("main.js", Sums.NODE));
            Judgement alone = judge(runner, "alone", Map.of("main.js", Sums.NODE));

            BlockingQueue<String> started = new LinkedBlockingQueue<>();
            CompletableFuture<Judgement> burner = offer(runner, "burner", BURN, started, () -> {});
            assertThat(started.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("burner");
            Map<String, Set<String>> processors = new ConcurrentHashMap<>();
            Judgement beside = offer(
                            runner,
                            "timed",
                            Sums.NODE,
                            started,
                            () -> containers
                                    .running(runner.ownerLabel())
                                    .forEach(one -> processors
                                            .computeIfAbsent(one.judgement(), judgement -> new TreeSet<>())
                                            .add(one.processors())))
                    .get();

            assertThat(burner).as("the neighbour burns all the while").isNotDone();
            assertThat(beside.verdict()).as(beside.explanation()).isEqualTo(Verdict.ACCEPTED);
            assertThat(processors).containsOnlyKeys("burner", "timed");
            assertThat(processors.values()).as("one set for all of a pod").allMatch(sets -> sets.size() == 1);
            assumeThat(Runtime.getRuntime().availableProcessors())
                    .as("processors for each of two slots")
                    .isGreaterThan(1);
            assertThat(numbers(processors, "timed")).doesNotContainAnyElementsOf(numbers(processors, "burner"));
            System.out.printf(
                    "Beside a neighbour that burns processors: %d ms instead of %d ms, on %s%n",
                    beside.timings().total(), alone.timings().total(), processors);
        }
    }

    private static List<String> numbers(Map<String, Set<String>> processors, String judgement) {
        return processors.getOrDefault(judgement, Set.of()).stream()
                .flatMap(set -> Stream.of(set.split(",", -1)))
                .toList();
    }

    private static List<String> results(Judgement judgement) {
        return judgement.tests().stream()
                .map(test -> test.name() + " " + test.status())
                .toList();
    }

    private static LocalRunner warmRunner(int slots) {
        return runner(slots, 1024);
    }

    private static LocalRunner runner(int slots, int warmMemoryMiB) {
        RunnerSettings settings = RealEngine.settings();
        return LocalRunner.start(
                new RunnerSettings(settings.dockerHost(), settings.runtime(), slots, 10, settings.cache())
                        .withWarmMemoryMiB(warmMemoryMiB));
    }

    private static void ready(LocalRunner runner) throws InterruptedException {
        runner.expect(Sums.challenge(), "node").join();
        assertThat(runner.awaitWarmPods(PATIENCE)).isTrue();
    }

    private static Judgement judge(LocalRunner runner, String id, Map<String, String> files) {
        return runner.judge().judge(request(id, files), event -> {});
    }

    private static JudgeRequest request(String id, Map<String, String> files) {
        Challenge challenge = Sums.challenge(Sums.limits(60, 120, 60, 256));
        return new JudgeRequest(id, challenge, "node", SourceFiles.of(files), Scope.ALL);
    }

    private static CompletableFuture<Judgement> offer(
            LocalRunner runner, String id, String source, BlockingQueue<String> started, Runnable whileExamined) {
        CompletableFuture<Judgement> done = new CompletableFuture<>();
        boolean taken = runner.queue().offer(request(id, Map.of("main.js", source)), event -> {
            switch (event) {
                case JudgeEvent.Starting _ -> started.add(id);
                case JudgeEvent.Examining _ -> whileExamined.run();
                case JudgeEvent.Done(Judgement judgement) -> done.complete(judgement);
                default -> {}
            }
        });
        assertThat(taken).isTrue();
        return done;
    }

    private static <T> void await(Supplier<T> look, Predicate<T> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T seen = look.get();
        while (!wanted.test(seen) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            seen = look.get();
        }
        assertThat(seen).matches(wanted);
    }
}

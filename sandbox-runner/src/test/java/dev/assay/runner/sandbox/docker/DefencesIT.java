package dev.assay.runner.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import dev.assay.runner.sandbox.ContainerLimits;
import dev.assay.runner.sandbox.ContainerLimits.Folder;
import dev.assay.runner.sandbox.ContainerSpec;
import dev.assay.runner.sandbox.CpuSet;
import dev.assay.runner.sandbox.PodSpec;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each defence is what stops its attack: the attack is made once against all of them, and once when this one is taken away. So
 * a defence that is no longer there turns its test red, and so does an attack that something else stops. The attacks are small
 * enough to do no harm when they get through.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefencesIT {

    private static final String BENCH = "workbench";
    private static final String THROUGH = "through";

    /** Less than any attack asks for. */
    private static final ContainerLimits LIMITS = new ContainerLimits(
            192,
            32,
            0,
            List.of(
                    new Folder("/work", 16, 256, true),
                    new Folder("/tmp", 4, 64, false),
                    new Folder("/dev/shm", 4, 64, false)));

    private final Containers containers = new Containers();
    private AttackedPod hardened;
    private String image;

    /**
     * @param attack a script that prints {@code through} when it succeeds
     * @param stoppedBy what it prints when it does not
     * @param away takes the defence away
     */
    record Defence(String name, String attack, String stoppedBy, Consumer<CreateContainerCmd> away) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Defence> defences() {
        return Stream.of(
                new Defence(
                        "number of processes",
                        perl("""
                                for (1 .. 200) {
                                    my $child = fork;
                                    if (!defined $child) { print "stopped at $_: $!\\n"; kill "KILL", @children; exit }
                                    if (!$child) { sleep 60; exit }
                                    push @children, $child;
                                }
                                kill "KILL", @children;
                                print "through\\n";"""),
                        "Resource temporarily unavailable",
                        host(config -> config.withPidsLimit(-1L))),
                new Defence(
                        "memory",
                        perl("my $x = 'x' x (400 << 20); print qq(through\\n);") + " || echo status $?",
                        "status 137",
                        host(config -> config.withMemory(0L).withMemorySwap(0L))),
                new Defence(
                        "size of a folder",
                        "head -c 40M /dev/zero >/work/big && echo through",
                        "No space left on device",
                        folders(options -> options.replaceAll("size=\\d+m", "size=64m"))),
                new Defence(
                        "files in a folder",
                        "mkdir /work/many; cd /work/many; i=0; while [ $i -lt 400 ]; do : >$i || exit; i=$((i + 1)); done; echo through",
                        "No space left on device",
                        folders(options -> options.replaceAll("nr_inodes=\\d+,", ""))),
                new Defence(
                        "/dev/shm",
                        "head -c 40M /dev/zero >/dev/shm/big && echo through",
                        "No space left on device",
                        host(config -> config.withTmpFs(without(config.getTmpFs(), "/dev/shm")))),
                new Defence(
                        "no programs in /tmp",
                        "cp /bin/true /tmp/program; /tmp/program && echo through",
                        "Permission denied",
                        folders(options -> options.replace("noexec", "exec"))),
                new Defence(
                        "open files", perl("""
                                for (1 .. 400) {
                                    if (!open($held[$_], "<", "/dev/null")) { print "stopped at $_: $!\\n"; exit }
                                }
                                print "through\\n";"""), "Too many open files", host(config -> config.withUlimits(List.of()))),
                new Defence(
                        "read-only root file system",
                        "head -c 8M /dev/zero >/var/tmp/big && echo through",
                        "Read-only file system",
                        host(config -> config.withReadonlyRootfs(false))),
                new Defence(
                        "no new privileges",
                        // A program of root's that waits; what it became can be read.
                        perl("""
                                my $child = open(my $to, "|-", "su -c id root");
                                for (1 .. 1000) {
                                    open(my $status, "<", "/proc/$child/status") or die "$!";
                                    my $text = join "", <$status>;
                                    if ($text =~ /^Name:\\s+su$/m && $text =~ /^Uid:\\s+\\d+\\s+(\\d+)/m) {
                                        print $1 ? "still user $1\\n" : "through\\n";
                                        last;
                                    }
                                    select(undef, undef, undef, 0.01);
                                }
                                kill "KILL", $child;"""),
                        "still user 10001",
                        host(config -> config.withSecurityOpts(config.getSecurityOpts().stream()
                                .filter(option -> !option.equals("no-new-privileges"))
                                .toList()))),
                new Defence(
                        "filter of system calls",
                        perl("""
                                my $machine = `uname -m`;
                                chomp $machine;
                                my $ptrace = {x86_64 => 101, aarch64 => 117}->{$machine};
                                print syscall($ptrace, 0, 0, 0, 0) == 0 ? "through\\n" : "stopped: $!\\n";"""),
                        "Operation not permitted",
                        host(config -> config.withSecurityOpts(List.of("no-new-privileges", "seccomp=unconfined")))),
                new Defence(
                        "no network",
                        "if grep -qv -e '|' -e ' lo:' /proc/net/dev; then echo through; else echo loopback only; fi",
                        "loopback only",
                        host(config -> config.withNetworkMode("bridge"))),
                new Defence(
                        "PID 1 that cannot be read",
                        "{ : </proc/1/fd/0; } && echo through",
                        "Permission denied",
                        creation -> creation.withEntrypoint("/bin/dash", "/opt/assay/init.sh")));
    }

    @BeforeAll
    void start() {
        assertThat(containers.engine().unavailableBecause())
                .as("these tests need a Docker engine; nothing was tested")
                .isEmpty();
        image = TestImages.node(containers.engine());
        hardened = pod(10001, LIMITS, CpuSet.ANY, creation -> {});
    }

    @AfterAll
    void end() {
        if (hardened != null) {
            close(hardened);
        }
        containers.close();
    }

    /** What an attack leaves behind is no help to the next. */
    @AfterEach
    void tidy() {
        assertThat(hardened.run(BENCH, "rm -rf /work/big /work/many /tmp/* /dev/shm/*; echo tidy"))
                .isEqualTo("tidy\n");
    }

    @ParameterizedTest
    @MethodSource("defences")
    void stopsItsAttackAndNothingElseDoes(Defence defence) {
        String with = hardened.run(BENCH, defence.attack());
        String without = alone(10001, LIMITS, CpuSet.ANY, defence.attack(), defence.away());

        assertThat(with).as("with all defences").contains(defence.stoppedBy()).doesNotContain(THROUGH);
        assertThat(without).as("without this one").contains(THROUGH);
    }

    /** One who became root, by whatever means, would still read no more than others of what the pod's network carries. */
    @Test
    void withoutCapabilitiesRootIsNobody() {
        String listen = perl("print socket(my $all, 2, 3, 6) ? qq(through\\n) : qq(stopped: $!\\n);");

        assertThat(alone(0, LIMITS, CpuSet.ANY, listen, creation -> {})).contains("Operation not permitted");
        assertThat(alone(0, LIMITS, CpuSet.ANY, listen, host(config -> config.withCapDrop(new Capability[0]))))
                .contains(THROUGH);
    }

    @Test
    void aUserThatIsNotRootReadsNoneOfRootsFiles() {
        String read = "head -c 1 /etc/shadow >/dev/null && echo through";

        assertThat(hardened.run(BENCH, read)).contains("Permission denied").doesNotContain(THROUGH);
        assertThat(alone(0, LIMITS, CpuSet.ANY, read, creation -> {})).contains(THROUGH);
    }

    /** The one that listens as the examiner's user would get its connections. */
    @Test
    void usersOfTheirOwnKeepContainersFromSharingPorts() {
        String open = "socket(my $s, 2, 1, 6); setsockopt($s, 1, 15, 1); ";
        String bind = "bind($s, pack('SnNx8', 2, 7777, 0x7f000001))";
        String first = perl(open + bind + " or die $!; listen($s, 1); $| = 1; print qq(listening\\n); sleep 60;");
        String second = perl(open + "print " + bind + " ? qq(through\\n) : qq(stopped: $!\\n);");
        PodSpec spec = new PodSpec(
                "test",
                CpuSet.ANY,
                new ContainerSpec("owner", image, 10002, LIMITS),
                List.of(new ContainerSpec(BENCH, image, 10001, LIMITS)));

        assertThat(inPod(spec, creation -> {}, pod -> {
                    pod.serve("owner", first, "listening");
                    return pod.run(BENCH, second);
                }))
                .contains("Address already in use");
        assertThat(inPod(
                        spec,
                        creation -> {
                            // The folders stay what they were made for, a user who may go there.
                            creation.withUser("10001:10001");
                            HostConfig config = config(creation);
                            config.withTmpFs(changed(config.getTmpFs(), options -> options.replace("10002", "10001")));
                        },
                        pod -> {
                            pod.serve("owner", first, "listening");
                            return pod.run(BENCH, second);
                        }))
                .contains(THROUGH);
    }

    @Test
    void theEngineKeepsNothingOfWhatAContainerPrints() {
        String flood = "head -c 300K /dev/zero | tr '\\0' x; echo";

        assertThat(hardened.run(BENCH, flood)).hasSizeGreaterThan(300 << 10);
        assertThat(logged(hardened)).isZero();
        AttackedPod without = pod(
                10001,
                LIMITS,
                CpuSet.ANY,
                host(config -> config.withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE))));
        try {
            without.run(BENCH, flood);
            assertThat(logged(without)).isGreaterThan(200 << 10);
        } finally {
            close(without);
        }
    }

    @Test
    void aPodKeepsToItsProcessors() {
        SortedSet<Integer> processors = processors();
        assumeTrue(processors.size() > 1, "needs an engine with two processors");
        String escape = "taskset -c " + processors.last() + " echo through";
        CpuSet first = new CpuSet(new TreeSet<>(List.of(processors.first())));

        assertThat(alone(10001, LIMITS, first, escape, creation -> {})).contains("Invalid argument");
        assertThat(alone(10001, LIMITS, first, escape, host(config -> config.withCpusetCpus(""))))
                .contains(THROUGH);
    }

    @Test
    void aPodKeepsToItsShareOfTime() {
        ContainerLimits tenth = new ContainerLimits(LIMITS.memoryMiB(), LIMITS.processes(), 0.1, LIMITS.folders());
        String burn = perl("1 while (times)[0] < 0.1;") + "; cat /sys/fs/cgroup/cpu.stat /sys/fs/cgroup/cpu/cpu.stat";

        assertThat(alone(10001, tenth, CpuSet.ANY, burn, creation -> {})).containsPattern("nr_throttled [1-9]");
        assertThat(alone(10001, tenth, CpuSet.ANY, burn, host(config -> config.withCpuQuota(0L))))
                .containsPattern("nr_throttled 0|usage_usec")
                .doesNotContainPattern("nr_throttled [1-9]");
    }

    /** Where the machine has no swap, an attack would show nothing. */
    @Test
    void memoryAndSwapTogetherAreWhatMemoryMayBe() {
        HostConfig config = containers
                .engine()
                .call(
                        "inspecting",
                        docker ->
                                docker.inspectContainerCmd(id(hardened)).exec().getHostConfig());

        assertThat(config.getMemorySwap()).isEqualTo(config.getMemory()).isEqualTo(192L << 20);
    }

    private SortedSet<Integer> processors() {
        String list =
                alone(10001, LIMITS, CpuSet.ANY, "sed -n 's/Cpus_allowed_list:.//p' /proc/self/status", creation -> {});
        TreeSet<Integer> processors = new TreeSet<>();
        for (String range : list.strip().split(",", -1)) {
            String[] ends = range.split("-", -1);
            for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
                processors.add(i);
            }
        }
        return processors;
    }

    private AttackedPod pod(int uid, ContainerLimits limits, CpuSet cpus, Consumer<CreateContainerCmd> away) {
        return new AttackedPod(
                containers.engine(),
                new PodSpec("test", cpus, new ContainerSpec(BENCH, image, uid, limits), List.of()),
                changing(away));
    }

    private String alone(
            int uid, ContainerLimits limits, CpuSet cpus, String attack, Consumer<CreateContainerCmd> away) {
        AttackedPod pod = pod(uid, limits, cpus, away);
        try {
            return pod.run(BENCH, attack);
        } finally {
            close(pod);
        }
    }

    private interface Attack {
        String on(AttackedPod pod);
    }

    private String inPod(PodSpec spec, Consumer<CreateContainerCmd> away, Attack attack) {
        AttackedPod pod = new AttackedPod(containers.engine(), spec, changing(away));
        try {
            return attack.on(pod);
        } finally {
            close(pod);
        }
    }

    private void close(AttackedPod pod) {
        pod.close();
        containers.awaitNoneOf(pod.ownerLabel());
    }

    private String id(AttackedPod pod) {
        return containers.of(pod.ownerLabel()).getFirst();
    }

    /** How much of its output the engine has stored. */
    private long logged(AttackedPod pod) {
        StringBuilder stored = new StringBuilder();
        String id = id(pod);
        return containers.engine().call("reading a log", docker -> {
            try {
                docker.logContainerCmd(id)
                        .withStdErr(true)
                        .withStdOut(true)
                        .exec(new ResultCallback.Adapter<Frame>() {
                            @Override
                            public void onNext(Frame frame) {
                                stored.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
                            }
                        })
                        .awaitCompletion(20, TimeUnit.SECONDS);
            } catch (DockerException thereIsNone) {
                return 0L;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return (long) stored.length();
        });
    }

    private static String perl(String program) {
        return "perl -e '" + program.replace("'", "'\\''") + "'";
    }

    private static UnaryOperator<CreateContainerCmd> changing(Consumer<CreateContainerCmd> away) {
        return creation -> {
            away.accept(creation);
            return creation;
        };
    }

    private static Consumer<CreateContainerCmd> host(Consumer<HostConfig> change) {
        return creation -> change.accept(config(creation));
    }

    private static HostConfig config(CreateContainerCmd creation) {
        return Objects.requireNonNull(creation.getHostConfig());
    }

    private static Consumer<CreateContainerCmd> folders(UnaryOperator<String> change) {
        return host(config -> config.withTmpFs(changed(config.getTmpFs(), change)));
    }

    private static Map<String, String> changed(Map<String, String> folders, UnaryOperator<String> change) {
        Map<String, String> changed = new LinkedHashMap<>();
        folders.forEach((path, options) -> changed.put(path, change.apply(options)));
        return changed;
    }

    private static Map<String, String> without(Map<String, String> folders, String path) {
        Map<String, String> left = new LinkedHashMap<>(folders);
        left.remove(path);
        return left;
    }
}

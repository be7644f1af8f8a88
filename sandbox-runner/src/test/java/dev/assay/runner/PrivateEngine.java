package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.runner.sandbox.docker.DockerEngine;
import dev.assay.runner.sandbox.docker.TestImages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Docker engine of a test's own, to be killed and filled up without harm to the machine's. It lives in namespaces of its own
 * and keeps its data in memory, so all of it is gone when this process is, however that ends. The network is one of them,
 * because an engine without a bridge removes the one it finds. The images of some environments are copied into it from the
 * machine's engine.
 */
final class PrivateEngine implements BeforeAllCallback, AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long MEBI = 1024 * 1024;

    /** Beyond the images: containers, and what the engine itself keeps. */
    private static final long ROOM_MIB = 128;

    private static final long NEEDED_MIB = 4096;

    /** PID 1 of the namespaces: one command a line, each answered with a line. Ends with its input, and all else with it. */
    private static final String INIT = """
            home=$1
            mount -t proc proc /proc && mount -t tmpfs tmpfs /run && mkdir "$home/data" \\
              && mount -t tmpfs -o "size=$2" tmpfs "$home/data" && printf '%s' "$3" >"$home/daemon.json" || exit 1
            echo ready
            while read -r command; do
              case $command in
                start)
                  # After a kill they name processes that are gone, or others by now.
                  rm -f "$home/pid" "$home/exec/containerd/containerd.pid"
                  DOCKER_TMPDIR=/run/loading dockerd --config-file="$home/daemon.json" -H "unix://$home/docker.sock" --data-root="$home/data" \\
                    --exec-root="$home/exec" --pidfile="$home/pid" --bridge=none --iptables=false \\
                    --storage-driver=overlay2 --exec-opt native.cgroupdriver=cgroupfs >>"$home/log" 2>&1 </dev/null &
                  engine=$! ;;
                kill) kill -9 "$engine"; wait "$engine" ;;
                stop) kill -15 "$engine"; wait "$engine" ;;
                fill) cat /dev/zero >"$home/data/filler" ;;
                free) rm -f "$home/data/filler" ;;
              esac 2>/dev/null
              echo done
            done
            """;

    private final String settings;
    private final List<String> environments;
    private List<String> images = List.of();
    private Path home = Path.of("");
    private Process init;
    private BufferedReader answers;
    private Writer commands;

    PrivateEngine(String environment) {
        this("{}", List.of(environment));
    }

    /** @param settings what is in its {@code daemon.json} */
    PrivateEngine(String settings, List<String> environments) {
        this.settings = settings;
        this.environments = List.copyOf(environments);
    }

    String host() {
        return "unix://" + home.resolve("docker.sock");
    }

    /** The tag of the first environment's image. */
    String image() {
        return images.getFirst();
    }

    /** Returns when it answers. */
    void start() {
        command("start");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (unavailable().isPresent()) {
            assertThat(System.nanoTime())
                    .as(() -> "the engine did not start: " + log())
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** As a crash would: what it runs goes on without it. */
    void kill() {
        command("kill");
    }

    /** Uses up the space for its data. */
    void fillDisk() {
        command("fill");
    }

    void freeDisk() {
        command("free");
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Optional<String> reason = unusableBecause();
        if (reason.isPresent()) {
            throw Skipped.because("on an engine of the test's own: " + reason.get());
        }
        images = TestImages.of(environments);
        home = Files.createTempDirectory("assay-engine");
        long size = TestImages.bytes(images) + ROOM_MIB * MEBI;
        init = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--net",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "sh",
                        "-c",
                        INIT,
                        "init",
                        home.toString(),
                        Long.toString(size),
                        settings)
                .redirectError(home.resolve("log").toFile())
                .start();
        answers = init.inputReader(StandardCharsets.UTF_8);
        commands = init.outputWriter(StandardCharsets.UTF_8);
        String answer = answers.readLine();
        if (!"ready".equals(answer)) {
            throw Skipped.because("on an engine of the test's own: namespaces are refused here: " + log());
        }
        start();
        TestImages.copy(images, host());
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (init == null) {
            return;
        }
        try {
            if (init.isAlive()) {
                command("stop");
            }
        } finally {
            commands.close();
            if (!init.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                init.destroyForcibly().waitFor();
            }
            removeHome();
        }
    }

    private static Optional<String> unusableBecause() throws IOException {
        if (!Files.readString(Path.of("/proc/self/status")).contains("\nUid:\t0\t")) {
            return Optional.of("starting one needs root");
        }
        for (String program : List.of("dockerd", "unshare", "mount")) {
            if (Stream.of(System.getenv("PATH").split(":"))
                    .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
                return Optional.of("this machine has no " + program);
            }
        }
        long available = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
        return available < NEEDED_MIB
                ? Optional.of("its data in memory needs " + NEEDED_MIB + " MiB, and " + available + " are available")
                : Optional.empty();
    }

    private Optional<String> unavailable() {
        try (DockerEngine engine = new DockerEngine(host())) {
            return engine.unavailableBecause();
        }
    }

    private synchronized void command(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
            assertThat(answers.readLine()).as(this::log).isEqualTo("done");
        } catch (IOException e) {
            throw new UncheckedIOException(log(), e);
        }
    }

    private String log() {
        try {
            List<String> lines = Files.readAllLines(home.resolve("log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    private void removeHome() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

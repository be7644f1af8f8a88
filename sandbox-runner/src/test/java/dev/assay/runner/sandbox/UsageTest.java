package dev.assay.runner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the shell in a container reads its cgroup, on folders as the kernels show them. */
class UsageTest {

    @TempDir
    Path root;

    @Test
    void readsVersion1() throws Exception {
        write(Map.of(
                "cpuacct/cpuacct.usage", "1234567890\n",
                "memory/memory.max_usage_in_bytes", "52428800\n",
                "memory/memory.usage_in_bytes", "1000\n",
                "memory/memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 2\n",
                "pids/pids.current", "7\n",
                "pids/pids.events", "max 14\n"));

        assertThat(words()).containsExactly("cpu=1234567", "memory=52428800", "processes=7", "refused=14", "killed=2");
    }

    @Test
    void readsVersion2() throws Exception {
        write(Map.of(
                "cpu.stat", "usage_usec 1234567\nuser_usec 1000000\nsystem_usec 234567\nnr_periods 3\n",
                "memory.peak", "52428800\n",
                "memory.current", "1000\n",
                "memory.events", "low 0\nhigh 0\nmax 9\noom 3\noom_kill 2\noom_group_kill 0\n",
                "pids.current", "7\n",
                "pids.peak", "31\n",
                "pids.events", "max 14\n"));

        assertThat(words())
                .containsExactly("cpu=1234567", "memory=52428800", "processes=7", "most=31", "refused=14", "killed=2");
    }

    @Test
    void takesTheMemoryNowWhereAKernelKeepsNoPeak() throws Exception {
        write(Map.of("memory.current", "1000\n"));

        assertThat(words()).containsExactly("memory=1000");
    }

    @Test
    void saysNothingOfWhatItCannotKnow() throws Exception {
        // As gVisor shows it.
        write(Map.of(
                "cpuacct/cpuacct.usage", "20000000\n",
                "memory/memory.usage_in_bytes", "1000\n",
                "pids/pids.current", "2\n",
                "pids/pids.max", "max\n",
                "memory.peak", "not a number\n",
                "cpu.stat", "nr_periods 3\n"));

        assertThat(words()).containsExactly("cpu=20000", "memory=1000", "processes=2");
    }

    @Test
    void keepsWhatIsUnknownApartFromNothing() {
        Usage usage = Usage.of(List.of("cpu=5", "processes=3", "", "new=1"));

        assertThat(usage.cpuMicros()).hasValue(5);
        assertThat(usage.mostProcesses()).as("the most that was seen").hasValue(3);
        assertThat(usage.killedForMemory()).isEmpty();
    }

    @Test
    void keepsTheHighestOfAll() {
        Usage usage = Usage.of(List.of("cpu=5", "memory=9", "processes=8"))
                .and(Usage.of(List.of("cpu=7", "memory=4", "processes=3", "killed=0")));

        assertThat(usage).isEqualTo(Usage.of(List.of("cpu=7", "memory=9", "processes=3", "most=8", "killed=0")));
    }

    private void write(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private List<String> words() throws IOException, InterruptedException, URISyntaxException {
        Path functions =
                Path.of(Usage.class.getResource("/images/workbench/usage.sh").toURI());
        Process shell = new ProcessBuilder(
                        "sh",
                        "-euc",
                        ". \"$1\"; usage \"$2\"; echo \"$usage\"",
                        "sh",
                        functions.toString(),
                        root.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(printed).isZero();
        return List.of(printed.strip().split(" "));
    }
}

package dev.assay.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.runner.RunnerSettings;
import dev.assay.runner.sandbox.EngineFacts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final long GIB = 1024L * 1024 * 1024;
    private static final Set<String> IMAGES = Set.of("assay/base:trixie", "assay/examiner:1", "assay/env-java:2");

    @TempDir
    private Path folder;

    @Test
    void aGoodMachineNeedsNothing() {
        assertThat(check(good(), 50 * GIB))
                .extracting(Check::name)
                .contains(
                        "Docker engine",
                        "Docker API",
                        "cgroup memory",
                        "cgroup pids",
                        "cgroup cpu",
                        "swap accounting",
                        "seccomp",
                        "user namespaces",
                        "runtime",
                        "base image",
                        "environment images",
                        "free disk",
                        "memory",
                        "processors",
                        "kernel",
                        "clock");
        assertThat(check(good(), 50 * GIB)).allSatisfy(check -> {
            assertThat(check.status()).as(check.name()).isEqualTo(Check.Status.OK);
            assertThat(check.remedy()).isEmpty();
        });
    }

    @Test
    void aBadMachineIsToldEverythingWithItsRemedy() {
        EngineFacts.Report bad = new EngineFacts.Report(
                true,
                "19.03",
                "1.40",
                "Old",
                "4.19.0",
                1,
                GIB,
                "1",
                false,
                false,
                false,
                false,
                new TreeSet<>(),
                new TreeMap<>(Map.of("crun", Optional.empty())),
                "",
                "vfs",
                "/var/lib/docker",
                NOW.minusSeconds(60),
                new TreeSet<>());
        assertThat(check(bad, GIB))
                .filteredOn(check -> check.status() == Check.Status.MISSING)
                .extracting(Check::name)
                .containsExactly(
                        "Docker API",
                        "cgroup memory",
                        "cgroup pids",
                        "cgroup cpu",
                        "seccomp",
                        "runtime",
                        "base image",
                        "free disk",
                        "memory");
        assertThat(check(bad, GIB))
                .filteredOn(check -> check.status() == Check.Status.WARNING)
                .extracting(Check::name)
                .containsExactly(
                        "swap accounting",
                        "user namespaces",
                        "storage driver",
                        "environment images",
                        "processors",
                        "kernel",
                        "clock");
        assertThat(check(bad, GIB))
                .filteredOn(check -> check.status() != Check.Status.OK)
                .allSatisfy(check -> assertThat(check.remedy()).as(check.name()).isNotBlank());
    }

    @Test
    void anEngineThatIsDownIsTheOneThingThatIsMissing() {
        CommandRun run = CommandRun.withoutEngine(folder, "doctor");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("missing  Docker engine: Docker", "does not answer", "Judging is not possible yet");

        CommandRun json = CommandRun.withoutEngine(folder, "doctor", "--json");
        assertThat(json.exitCode()).isEqualTo(1);
        assertThat(json.json().get("judgingPossible").asBoolean()).isFalse();
        assertThat(json.json().get("checks").get(0).get("status").asString()).isEqualTo("MISSING");
    }

    private List<Check> check(EngineFacts.Report facts, long freeDisk) {
        RunnerSettings settings = new RunnerSettings("unix:///var/run/docker.sock", "runc", 2, 10, folder);
        return new Examination(facts, settings).checks(List.of("java"), NOW, OptionalLong.of(freeDisk));
    }

    private static EngineFacts.Report good() {
        return new EngineFacts.Report(
                true,
                "28.2",
                "1.50",
                "Debian",
                "6.12.1",
                4,
                16 * GIB,
                "2",
                true,
                true,
                true,
                true,
                new TreeSet<>(Set.of("seccomp", "userns")),
                new TreeMap<>(Map.of("runc", Optional.of(List.of()))),
                "1.2.5",
                "overlay2",
                "/var/lib/docker",
                NOW,
                new TreeSet<>(IMAGES));
    }
}

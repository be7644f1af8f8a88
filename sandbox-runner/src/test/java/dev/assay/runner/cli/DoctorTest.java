package dev.assay.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.runner.RunnerSettings;
import dev.assay.runner.sandbox.EngineFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final long GIB = 1024L * 1024 * 1024;
    private static final Set<String> IMAGES = Set.of("assay/base:trixie", "assay/examiner:1", "assay/env-java:2");

    private static final Changelogs NO_CHANGELOG = (debianPackage, version) -> Optional.empty();

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
                        "known weaknesses of Docker engine",
                        "known weaknesses of containerd",
                        "known weaknesses of runc",
                        "known weaknesses of kernel",
                        "clock");
        assertThat(check(good(), 50 * GIB))
                .filteredOn(check -> !check.name().equals("gVisor"))
                .allSatisfy(check -> {
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
                "4.19.5",
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
                "",
                false,
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
                        "known weaknesses of Docker engine",
                        "known weaknesses of containerd",
                        "known weaknesses of runc",
                        "known weaknesses of kernel",
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

    @Test
    void aWeaknessIsNamedWithTheVersionsThatFixIt() {
        Check runc = only("known weaknesses of runc", engine("1.3.2", "6.12.1", "2"), NO_CHANGELOG);
        assertThat(runc.status()).isEqualTo(Check.Status.WARNING);
        assertThat(runc.found()).contains("1.3.2", "CVE-2025-31133").doesNotContain("CVE-2024-21626");
        assertThat(runc.remedy()).contains("1.2.8, 1.3.3, 1.4.0-rc.3", "distribution");

        assertThat(all("known weaknesses of runc", engine("1.1.11", "6.12.1", "2"), NO_CHANGELOG))
                .extracting(Check::status)
                .containsExactly(Check.Status.WARNING, Check.Status.WARNING);
    }

    @Test
    void aKernelIsWeakInTheLinesThatHaveTheWeakness() {
        assertThat(only("known weaknesses of kernel", engine("1.3.3", "5.15.19-custom", "2"), NO_CHANGELOG)
                        .found())
                .contains("CVE-2022-0847")
                .doesNotContain("CVE-2022-0492");
        assertThat(all("known weaknesses of kernel", engine("1.3.3", "5.15.19-custom", "1"), NO_CHANGELOG))
                .extracting(Check::found)
                .anySatisfy(found -> assertThat(found).contains("CVE-2022-0492"));
        assertThat(only("known weaknesses of kernel", engine("1.3.3", "5.10.0-28-amd64", "1"), NO_CHANGELOG))
                .satisfies(check -> assertThat(check.status()).isEqualTo(Check.Status.OK))
                .satisfies(check -> assertThat(check.found()).contains("distribution"));
    }

    @Test
    void aFixOfTheDistributionCountsWhateverTheVersion() throws IOException {
        changelog("runc", "runc (1.1.5+ds1-1+deb12u1) bookworm-security; urgency=high\n  * CVE-2024-21626: fixed\n");
        Changelogs changelogs = new InstalledChangelogs(folder);

        List<Check> runc = all("known weaknesses of runc", engine("1.1.5+ds1", "6.12.1", "2"), changelogs);

        assertThat(runc).hasSize(2);
        assertThat(runc.getFirst().found()).contains("CVE-2025-31133").doesNotContain("CVE-2024-21626");
        assertThat(runc.getFirst().remedy()).contains("does not name it");
        assertThat(runc.getLast().status()).isEqualTo(Check.Status.OK);
        assertThat(runc.getLast().found()).contains("has fixed CVE-2024-21626");
        // Another version runs than that of the package.
        assertThat(all("known weaknesses of runc", engine("1.1.4+ds1", "6.12.1", "2"), changelogs))
                .extracting(Check::status)
                .containsExactly(Check.Status.WARNING, Check.Status.WARNING);
    }

    @Test
    void gVisorIsOfferedChosenOrMisconfigured() {
        Check offered = only("gVisor", good(), NO_CHANGELOG);
        assertThat(offered.status()).isEqualTo(Check.Status.HINT);
        assertThat(offered.remedy()).contains("\"runtimeArgs\": [\"--network=host\"", "/etc/docker/daemon.json");

        assertThat(only("gVisor", withGvisor("--network=host"), NO_CHANGELOG).found())
                .contains("not chosen");

        List<Check> chosen = checks(withGvisor("--network=host"), "runsc", NO_CHANGELOG);
        assertThat(named("runtime", chosen).status()).isEqualTo(Check.Status.OK);
        assertThat(named("gVisor", chosen).status()).isEqualTo(Check.Status.OK);

        Check apart = named("runtime", checks(withGvisor("--platform=kvm"), "runsc", NO_CHANGELOG));
        assertThat(apart.status()).isEqualTo(Check.Status.MISSING);
        assertThat(apart.remedy()).contains("--network=host");

        Check absent = named("runtime", checks(good(), "runsc", NO_CHANGELOG));
        assertThat(absent.status()).isEqualTo(Check.Status.MISSING);
        assertThat(absent.remedy()).contains("apt-get install runsc", "daemon.json");
    }

    @ParameterizedTest
    @CsvSource({
        "1.4.0-rc.2, 1.4.0-rc.3",
        "1.4.0-rc.3, 1.4.0",
        "1.1.0~rc.1+ds1, 1.1.0",
        "20.10.24+dfsg1, 23.0.15",
        "6.1.36-1-lts, 6.1.37",
        "5.17-rc3, 5.17"
    })
    void versionsAreInOrder(String earlier, String later) {
        assertThat(Version.of(earlier)).isLessThan(Version.of(later));
    }

    private void changelog(String name, String text) throws IOException {
        Path file = Files.createDirectories(folder.resolve(name)).resolve("changelog.Debian.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<Check> check(EngineFacts.Report facts, long freeDisk) {
        return examine(facts, "runc", NO_CHANGELOG, freeDisk);
    }

    private List<Check> checks(EngineFacts.Report facts, String runtime, Changelogs changelogs) {
        return examine(facts, runtime, changelogs, 50 * GIB);
    }

    private List<Check> examine(EngineFacts.Report facts, String runtime, Changelogs changelogs, long freeDisk) {
        RunnerSettings settings = new RunnerSettings("unix:///var/run/docker.sock", runtime, 2, 10, folder);
        return new Examination(facts, settings, changelogs).checks(List.of("java"), NOW, OptionalLong.of(freeDisk));
    }

    private Check only(String name, EngineFacts.Report facts, Changelogs changelogs) {
        return named(name, checks(facts, "runc", changelogs));
    }

    private List<Check> all(String name, EngineFacts.Report facts, Changelogs changelogs) {
        return checks(facts, "runc", changelogs).stream()
                .filter(check -> check.name().equals(name))
                .toList();
    }

    private static Check named(String name, List<Check> checks) {
        assertThat(checks).filteredOn(check -> check.name().equals(name)).hasSize(1);
        return checks.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static EngineFacts.Report good() {
        return engine("1.3.3", "6.12.1", "2");
    }

    private static EngineFacts.Report withGvisor(String... arguments) {
        return engine("1.3.3", "6.12.1", "2", Map.of("runsc", Optional.of(List.of(arguments))));
    }

    private static EngineFacts.Report engine(String runc, String kernel, String cgroup) {
        return engine(runc, kernel, cgroup, Map.of());
    }

    private static EngineFacts.Report engine(
            String runc, String kernel, String cgroup, Map<String, Optional<List<String>>> more) {
        TreeMap<String, Optional<List<String>>> runtimes = new TreeMap<>(more);
        runtimes.put("runc", Optional.of(List.of()));
        return new EngineFacts.Report(
                true,
                "28.2",
                "1.50",
                "Debian",
                kernel,
                4,
                16 * GIB,
                cgroup,
                true,
                true,
                true,
                true,
                new TreeSet<>(Set.of("seccomp", "userns")),
                runtimes,
                runc,
                "2.2.0",
                false,
                "overlay2",
                "/var/lib/docker",
                NOW,
                new TreeSet<>(IMAGES));
    }
}

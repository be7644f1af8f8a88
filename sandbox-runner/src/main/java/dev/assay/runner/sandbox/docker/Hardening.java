package dev.assay.runner.sandbox.docker;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import dev.assay.runner.sandbox.ContainerLimits;
import dev.assay.runner.sandbox.ContainerSpec;
import dev.assay.runner.sandbox.CpuSet;
import dev.assay.runner.sandbox.Priority;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What every container of a pod is denied. Each line has an attack among the tests that fails because of it. */
final class Hardening {

    private static final long MEBI = 1024L * 1024;
    private static final long CPU_PERIOD = 100_000;

    /** The kernel's default, said all the same: a pod that was made ahead must end up with what one made on demand has. */
    static final int FULL_SHARE = 1024;

    private static final int LITTLE_SHARE = 128;

    private final String runtime;
    private final String seccomp = seccompProfile();

    Hardening(String runtime) {
        this.runtime = runtime;
    }

    HostConfig of(ContainerSpec spec, CpuSet cpus, Priority priority, String network) {
        ContainerLimits limits = spec.limits();
        return HostConfig.newHostConfig()
                .withRuntime(runtime)
                .withNetworkMode(network)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges", "seccomp=" + seccomp))
                .withReadonlyRootfs(true)
                .withTmpFs(folders(spec))
                .withMemory(limits.memoryMiB() * MEBI)
                .withMemorySwap(limits.memoryMiB() * MEBI)
                .withPidsLimit((long) limits.processes())
                .withCpuPeriod(CPU_PERIOD)
                .withCpuQuota(Math.round(limits.cpus() * CPU_PERIOD))
                .withCpuShares(priority == Priority.JUDGING ? FULL_SHARE : LITTLE_SHARE)
                .withCpusetCpus(cpus.list())
                .withUlimits(List.of(
                        new Ulimit("nofile", (long) limits.openFiles(), (long) limits.openFiles()),
                        new Ulimit("core", 0L, 0L)))
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE));
    }

    private static Map<String, String> folders(ContainerSpec spec) {
        Map<String, String> folders = new LinkedHashMap<>();
        for (ContainerLimits.Folder folder : spec.limits().folders()) {
            folders.put(
                    folder.path(),
                    "rw,nosuid,nodev," + (folder.executable() ? "exec" : "noexec") + ",size=" + folder.sizeMiB()
                            + "m,nr_inodes=" + folder.files() + ",mode=0700,uid=" + spec.uid() + ",gid=" + spec.uid());
        }
        return folders;
    }

    private static String seccompProfile() {
        try (InputStream profile = Hardening.class.getResourceAsStream("/sandbox/seccomp.json")) {
            return new String(
                    Objects.requireNonNull(profile, "seccomp.json is part of this module")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

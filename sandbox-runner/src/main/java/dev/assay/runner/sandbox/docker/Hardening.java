package dev.assay.runner.sandbox.docker;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import dev.assay.runner.sandbox.ContainerLimits;
import dev.assay.runner.sandbox.ContainerSpec;
import dev.assay.runner.sandbox.CpuSet;
import dev.assay.runner.sandbox.Gvisor;
import dev.assay.runner.sandbox.Priority;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What every container of a pod is denied. Each line has an attack among the tests that fails because of it. */
final class Hardening {

    private static final long MEBI = 1024L * 1024;
    private static final long CPU_PERIOD = 100_000;

    /** The kernel's default, said all the same: a pod that was made ahead must end up with what one made on demand has. */
    static final int FULL_SHARE = 1024;

    private static final int LITTLE_SHARE = 128;

    /** Memory that gVisor's kernel has for itself; the limit counts it, and the package does not. */
    private static final int GVISOR_MEMORY_MIB = 64;

    /** Processes of the machine that gVisor's kernel is made of, and that it needs at most for one process under it. */
    private static final int GVISOR_PROCESSES = 128;

    private static final int GVISOR_PROCESSES_EACH = 4;

    private final String runtime;
    private final boolean gvisor;
    private final String seccomp;

    Hardening(String runtime) {
        this.runtime = runtime;
        this.gvisor = Gvisor.is(runtime);
        this.seccomp = gvisor ? withClone3(seccompProfile()) : seccompProfile();
    }

    /**
     * The user of PID 1. Under gVisor a process can kill and stop PID 1 when it has the same user, and an unreadable binary,
     * which keeps a user from PID 1's streams elsewhere, cannot be executed. So PID 1 is that kernel's root, which is not the
     * machine's, and gives what it runs the container's user.
     */
    String user(ContainerSpec spec) {
        return gvisor ? "0:0" : spec.uid() + ":" + spec.uid();
    }

    /** What PID 1 is told in its environment. */
    List<String> environment(ContainerSpec spec) {
        return gvisor
                ? List.of(
                        "ASSAY_USER=" + spec.uid(),
                        "ASSAY_PROCESSES=" + spec.limits().processes())
                : List.of();
    }

    HostConfig of(ContainerSpec spec, CpuSet cpus, Priority priority, String network) {
        ContainerLimits limits = spec.limits();
        long memory = (limits.memoryMiB() + (gvisor ? GVISOR_MEMORY_MIB : 0)) * MEBI;
        long processes =
                gvisor ? (long) limits.processes() * GVISOR_PROCESSES_EACH + GVISOR_PROCESSES : limits.processes();
        return HostConfig.newHostConfig()
                .withRuntime(runtime)
                .withNetworkMode(network)
                .withCapDrop(Capability.ALL)
                .withCapAdd(
                        gvisor
                                ? new Capability[] {Capability.SETUID, Capability.SETGID, Capability.KILL}
                                : new Capability[0])
                .withSecurityOpts(List.of("no-new-privileges", "seccomp=" + seccomp))
                .withReadonlyRootfs(true)
                .withTmpFs(folders(spec))
                .withMemory(memory)
                .withMemorySwap(memory)
                .withPidsLimit(processes)
                .withCpuPeriod(CPU_PERIOD)
                .withCpuQuota(Math.round(limits.cpus() * CPU_PERIOD))
                .withCpuShares(priority == Priority.JUDGING ? FULL_SHARE : LITTLE_SHARE)
                .withCpusetCpus(cpus.list())
                .withUlimits(List.of(
                        new Ulimit("nofile", (long) limits.openFiles(), (long) limits.openFiles()),
                        new Ulimit("core", 0L, 0L)))
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE));
    }

    private Map<String, String> folders(ContainerSpec spec) {
        // PID 1 must be able to go there.
        String mode = gvisor ? "0711" : "0700";
        Map<String, String> folders = new LinkedHashMap<>();
        for (ContainerLimits.Folder folder : spec.limits().folders()) {
            folders.put(
                    folder.path(),
                    "rw,nosuid,nodev," + (folder.executable() ? "exec" : "noexec") + ",size=" + folder.sizeMiB()
                            + "m,nr_inodes=" + folder.files() + ",mode=" + mode + ",uid=" + spec.uid() + ",gid="
                            + spec.uid());
        }
        return folders;
    }

    /**
     * The C library starts a thread with clone3, and tries clone when that does not exist. gVisor refuses all that is filtered
     * in the same way, as not permitted, after which there is no second try.
     */
    private static String withClone3(String profile) {
        JsonMapper json = JsonMapper.shared();
        ObjectNode root = (ObjectNode) json.readTree(profile);
        for (JsonNode rule : root.required("syscalls")) {
            if (rule.path("names").path(0).asString("").equals("clone3")) {
                ((ObjectNode) rule).put("action", "SCMP_ACT_ALLOW").remove("errnoRet");
            }
        }
        return json.writeValueAsString(root);
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

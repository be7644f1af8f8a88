package dev.assay.runner.sandbox;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the engine says of itself and of the machine under it. */
public interface EngineFacts {

    /** @throws SandboxFault when the engine cannot be asked */
    Report read();

    /**
     * @param onThisMachine whether paths in the report are paths here
     * @param apiVersion newest version of the API that it speaks, as {@code 1.41}
     * @param cgroupVersion {@code 1} or {@code 2}
     * @param memoryLimit whether a container's memory can be limited; the same for swap, processes and CPU
     * @param security names of what confines containers: {@code seccomp}, {@code userns}, {@code rootless}, {@code apparmor} …
     * @param runtimes OCI runtimes that pods may use, with the arguments they are started with where the engine tells them
     * @param runtimeVersion version of runc, empty when the engine does not tell
     * @param containerdVersion empty when the engine does not tell
     * @param authorizationPlugins whether requests to the engine must pass one
     * @param folder where images and containers lie
     * @param images tags of all images
     */
    record Report(
            boolean onThisMachine,
            String version,
            String apiVersion,
            String operatingSystem,
            String kernel,
            int cpus,
            long memoryBytes,
            String cgroupVersion,
            boolean memoryLimit,
            boolean swapLimit,
            boolean processLimit,
            boolean cpuLimit,
            SortedSet<String> security,
            SortedMap<String, Optional<List<String>>> runtimes,
            String runtimeVersion,
            String containerdVersion,
            boolean authorizationPlugins,
            String storageDriver,
            String folder,
            Instant time,
            SortedSet<String> images) {
        public Report {
            security = Collections.unmodifiableSortedSet(new TreeSet<>(security));
            runtimes = Collections.unmodifiableSortedMap(new TreeMap<>(runtimes));
            images = Collections.unmodifiableSortedSet(new TreeSet<>(images));
        }
    }
}

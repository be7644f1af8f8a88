package dev.assay.runner.judging;

import dev.assay.runner.sandbox.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a submission has used, for its verdict's explanation.
 *
 * @param buildCpu processor time of the build; empty when there was none or the kernel does not tell
 * @param serviceCpu processor time of the service
 * @param usage of the workbench as a whole
 * @param full sentences on the folders that can take no more
 */
record Measures(Optional<Duration> buildCpu, Optional<Duration> serviceCpu, Usage usage, List<String> full) {

    private static final long MEBI = 1024 * 1024;

    Measures {
        full = List.copyOf(full);
    }

    ResourceUsage summary() {
        return new ResourceUsage(
                buildCpu.map(Duration::toMillis).orElse(null),
                serviceCpu.map(Duration::toMillis).orElse(null),
                usage.memoryBytes().isEmpty()
                        ? null
                        : (int) ((usage.memoryBytes().getAsLong() + MEBI - 1) / MEBI),
                usage.mostProcesses().isEmpty()
                        ? null
                        : (int) usage.mostProcesses().getAsLong());
    }
}

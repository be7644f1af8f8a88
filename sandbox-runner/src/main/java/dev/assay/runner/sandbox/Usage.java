package dev.assay.runner.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a container has used since it started, as its cgroup says. What the kernel does not tell is empty, which is not zero.
 *
 * @param cpuMicros processor time of all processes together
 * @param memoryBytes at the peak, files in memory included; where the kernel keeps no peak, at this moment
 * @param processes processes and threads now, PID 1 among them
 * @param mostProcesses processes and threads at the peak
 * @param refusedProcesses how often one more was refused
 * @param killedForMemory processes that were killed for want of memory
 */
public record Usage(
        OptionalLong cpuMicros,
        OptionalLong memoryBytes,
        OptionalLong processes,
        OptionalLong mostProcesses,
        OptionalLong refusedProcesses,
        OptionalLong killedForMemory) {

    public static final Usage UNKNOWN = of(List.of());

    /** From words such as {@code cpu=17}. */
    static Usage of(List<String> words) {
        Map<String, OptionalLong> values = new HashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                values.put(word.substring(0, equals), OptionalLong.of(Long.parseLong(word.substring(equals + 1))));
            }
        }
        return new Usage(
                values.getOrDefault("cpu", OptionalLong.empty()),
                values.getOrDefault("memory", OptionalLong.empty()),
                values.getOrDefault("processes", OptionalLong.empty()),
                values.getOrDefault("most", OptionalLong.empty()),
                values.getOrDefault("refused", OptionalLong.empty()),
                values.getOrDefault("killed", OptionalLong.empty()));
    }

    /** What of the two is later, or higher, or known at all. */
    public Usage and(Usage other) {
        return new Usage(
                higher(cpuMicros, other.cpuMicros),
                higher(memoryBytes, other.memoryBytes),
                other.processes.isPresent() ? other.processes : processes,
                higher(mostProcesses(), other.mostProcesses()),
                higher(refusedProcesses, other.refusedProcesses),
                higher(killedForMemory, other.killedForMemory));
    }

    /** Where the kernel keeps no peak, the number now is the best that is known. */
    @Override
    public OptionalLong mostProcesses() {
        return higher(mostProcesses, processes);
    }

    private static OptionalLong higher(OptionalLong one, OptionalLong other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()));
    }
}

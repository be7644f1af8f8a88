package dev.assay.runner.judging;

import org.jspecify.annotations.Nullable;

/**
 * What a submission has used; null where nothing ran or the kernel does not tell.
 *
 * @param buildCpuMillis processor time of the build, of all its processes together
 * @param serviceCpuMillis processor time of the service, from its start to the end of the exam
 * @param peakMemoryMiB of build and service, files in memory and cached files included
 * @param peakProcesses processes and threads, a few of the sandbox's own included
 */
public record ResourceUsage(
        @Nullable Long buildCpuMillis,
        @Nullable Long serviceCpuMillis,
        @Nullable Integer peakMemoryMiB,
        @Nullable Integer peakProcesses) {

    public static final ResourceUsage NONE = new ResourceUsage(null, null, null, null);
}

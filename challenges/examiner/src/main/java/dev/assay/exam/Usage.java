package dev.assay.exam;

import java.time.Duration;

/**
 * What the candidate's side has used so far, by the kernel's account.
 *
 * @param cpu processor time of the service, of all its processes together; time before a crash is counted too
 * @param peakMemoryBytes the most memory that the workbench held at one time, files in {@code /work} and {@code /tmp}, cached
 *     files and the build included
 * @param processes processes and threads at this moment, as the limit counts them: two are the sandbox's own
 */
public record Usage(Duration cpu, long peakMemoryBytes, int processes) {}

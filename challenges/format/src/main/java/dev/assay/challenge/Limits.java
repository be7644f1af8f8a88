package dev.assay.challenge;

import java.time.Duration;

/**
 * What one judgement may use.
 *
 * @param build wall time of the build command
 * @param ready wall time from the start of the service until it listens on its port
 * @param exam wall time of all tests together
 * @param buildCpu processor time of the build, of all its processes together
 * @param cpu processor time of the service from its start to the end of the exam, of all its processes together
 * @param memoryMiB memory of the workbench, file system in memory included
 * @param filesMiB size of the folder of the candidate's files and build products, a part of the memory
 * @param processes processes and threads at one time
 * @param outputKiB what build and service may each print
 */
public record Limits(
        Duration build,
        Duration ready,
        Duration exam,
        Duration buildCpu,
        Duration cpu,
        int memoryMiB,
        int filesMiB,
        int processes,
        int outputKiB) {

    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(60),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            512,
            128,
            128,
            1024);

    public Limits {
        requireBetween("build", build.toMillis(), 1_000, 600_000);
        requireBetween("ready", ready.toMillis(), 1_000, 120_000);
        requireBetween("exam", exam.toMillis(), 1_000, 600_000);
        requireBetween("buildCpu", buildCpu.toMillis(), 1_000, 1_200_000);
        requireBetween("cpu", cpu.toMillis(), 1_000, 1_200_000);
        requireBetween("memoryMiB", memoryMiB, 64, 4096);
        requireBetween("filesMiB", filesMiB, 8, memoryMiB);
        requireBetween("processes", processes, 16, 256);
        requireBetween("outputKiB", outputKiB, 16, 8192);
    }

    /** The size of the folder where a package sets none. */
    public static int usualFilesMiB(int memoryMiB) {
        return Math.max(32, memoryMiB / 4);
    }

    private static void requireBetween(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + "; allowed is " + least + " to " + most);
        }
    }
}

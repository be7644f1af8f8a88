package dev.assay.challenge;

import java.time.Duration;

/**
 * What one judgement may use.
 *
 * @param build wall time of the build command
 * @param ready wall time from the start of the service until it listens on its port
 * @param exam wall time of all tests together
 * @param memoryMiB memory of the workbench, file system in memory included
 * @param processes processes and threads at one time
 * @param outputKiB what build and service may each print
 */
public record Limits(Duration build, Duration ready, Duration exam, int memoryMiB, int processes, int outputKiB) {

    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(60), Duration.ofSeconds(20), Duration.ofSeconds(60), 512, 128, 1024);

    public Limits {
        requireBetween("build", build.toMillis(), 1_000, 600_000);
        requireBetween("ready", ready.toMillis(), 1_000, 120_000);
        requireBetween("exam", exam.toMillis(), 1_000, 600_000);
        requireBetween("memoryMiB", memoryMiB, 64, 4096);
        requireBetween("processes", processes, 16, 256);
        requireBetween("outputKiB", outputKiB, 16, 8192);
    }

    private static void requireBetween(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + "; allowed is " + least + " to " + most);
        }
    }
}

package dev.assay.runner.sandbox;

import java.time.Duration;

/** What happened to a command or a container. What it means for a submission is a verdict, decided elsewhere. */
public sealed interface Outcome {

    /** @param status the exit status, 0 to 255 */
    record Exited(int status) implements Outcome {}

    /** @param signal the number of the signal that ended it */
    record Killed(int signal) implements Outcome {}

    /** The kernel killed a process of the container for want of memory; the command itself may have gone on. */
    record OutOfMemory() implements Outcome {}

    /** By the clock on the wall. */
    record TimedOut(Duration limit) implements Outcome {}

    /** @param used processor time of all processes together */
    record CpuExceeded(Duration limit, Duration used) implements Outcome {}

    record OutputExceeded(int limitKiB) implements Outcome {}

    /** Ended by something that cannot be told: all processes were killed from within, or the container is gone. */
    record Vanished() implements Outcome {}

    /** From a shell's status, where a signal is told as 128 and its number. */
    static Outcome ofStatus(int status) {
        return status > 128 && status <= 128 + 64 ? new Killed(status - 128) : new Exited(status);
    }
}

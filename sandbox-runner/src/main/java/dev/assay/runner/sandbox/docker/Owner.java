package dev.assay.runner.sandbox.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Who a container belongs to, as a label: enough for another runner on the same engine to tell whether the owner still lives.
 *
 * @param place the boot of the machine and the PID namespace in which {@code pid} is counted
 * @param startedAt tells a process from a later one with the same number
 * @param runner one runner of the process
 */
record Owner(String place, long pid, long startedAt, String runner) {

    private static final String UNKNOWN = "unknown";

    static Owner self() {
        long pid = ProcessHandle.current().pid();
        return new Owner(here(), pid, startOf(pid), UUID.randomUUID().toString());
    }

    String label() {
        return place + "/" + pid + "/" + startedAt + "/" + runner;
    }

    static Optional<Owner> parse(String label) {
        String[] parts = label.split("/", -1);
        try {
            return parts.length == 4
                    ? Optional.of(new Owner(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether this process can tell if the owner lives; it cannot for another machine or another container. */
    boolean isOfThisPlace() {
        return !place.equals(UNKNOWN) && place.equals(here());
    }

    boolean lives() {
        return startedAt != 0 && startOf(pid) == startedAt;
    }

    /** In the kernel's ticks since boot: a wall-clock time would move when the clock is set. 0 when there is no such process. */
    private static long startOf(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            // The name in parentheses may hold anything; the start is the 20th field after it.
            return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19]);
        } catch (IOException e) {
            return 0;
        }
    }

    private static String here() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + "."
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"))
                            .toString()
                            .replaceAll("\\D", "");
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}

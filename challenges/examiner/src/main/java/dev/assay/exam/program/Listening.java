package dev.assay.exam.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Waits until something listens on a port, by the kernel's tables: a connection opened just to look has crashed
 * services before now.
 */
final class Listening {
    private static final Duration STEP = Duration.ofMillis(5);
    private static final String LISTEN = "0A";

    /** Established, being opened, and closed by the other side only: states in which a socket still has an owner. */
    private static final Set<String> CONNECTED = Set.of("01", "02", "08");

    /** Those, and closed by its owner but not yet by the other side. */
    private static final Set<String> CALLING = Set.of("01", "02", "04", "05", "08", "09", "0B");

    private static final String ROOT = "0";
    private static final String IPV6_LOOPBACK = "00000000000000000000000001000000";

    private final Path tables;

    /** @param tables where the kernel shows the network namespace, such as {@code /proc/self/net} */
    Listening(Path tables) {
        this.tables = tables;
    }

    /** The host by which the port can be reached, or nothing when the time is over. */
    Optional<String> await(int port, Duration timeout) {
        long start = System.nanoTime();
        while (true) {
            Optional<String> host = host(port);
            if (host.isPresent() || System.nanoTime() - start >= timeout.toNanos()) {
                return host;
            }
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    Optional<String> host(int port) {
        if (!listeners("tcp", port).isEmpty()) {
            return Optional.of("127.0.0.1");
        }
        List<String> ipv6 = listeners("tcp6", port);
        if (ipv6.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ipv6.stream().allMatch(IPV6_LOOPBACK::equals) ? "[::1]" : "127.0.0.1");
    }

    /** Whether anybody has a connection to the port, or has closed one whose other side is still open. */
    boolean isCalled(int port) {
        return callers(port).anyMatch(row -> CALLING.contains(row[3]));
    }

    /** Whether another user than this one has a connection to the port. A socket that its owner has closed shows as root's. */
    boolean isCalledByOthers(int port, int uid) {
        return callers(port)
                .anyMatch(row -> row.length > 7
                        && CONNECTED.contains(row[3])
                        && !row[7].equals(ROOT)
                        && !row[7].equals(Integer.toString(uid)));
    }

    private Stream<String[]> callers(int port) {
        String suffix = ":%04X".formatted(port);
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> rows(table).stream())
                .filter(row -> row.length > 3 && row[2].endsWith(suffix));
    }

    /** The local addresses, as the kernel writes them, that listen on the port. */
    private List<String> listeners(String table, int port) {
        String suffix = ":%04X".formatted(port);
        return rows(table).stream()
                .filter(row -> row.length > 3 && row[1].endsWith(suffix) && row[3].equals(LISTEN))
                .map(row -> row[1].substring(0, row[1].length() - suffix.length()))
                .toList();
    }

    private List<String[]> rows(String table) {
        try (var lines = Files.lines(tables.resolve(table))) {
            return lines.map(line -> line.strip().split("\\s+")).toList();
        } catch (IOException | UncheckedIOException e) {
            // A kernel without IPv6 has no such table.
            return List.of();
        }
    }
}

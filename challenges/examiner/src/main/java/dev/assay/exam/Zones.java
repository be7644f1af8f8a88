package dev.assay.exam;

import dev.assay.exam.Operation.Read;
import dev.assay.exam.Operation.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether writes and reads of one key are linearizable, when no two writes have the same value: decided without a search, by P. B.
 * Gibbons and E. Korach, "Testing shared memories" (1997). A write and the reads that saw it stand together, so all that
 * matters is the time from the first end among them to the last begin.
 */
final class Zones {
    private static final class Zone {
        private final long writeBegin;
        private long firstEnd;
        private long lastBegin;

        Zone(long begin, long end) {
            this.writeBegin = begin;
            this.firstEnd = end;
            this.lastBegin = begin;
        }

        void add(Operation read) {
            firstEnd = Math.min(firstEnd, read.end());
            lastBegin = Math.max(lastBegin, read.begin());
        }

        /** One of its operations ends before another begins, and between these moments the key must hold its value. */
        boolean isForward() {
            return firstEnd < lastBegin;
        }
    }

    private Zones() {}

    /** Whether it can decide about these. */
    static boolean fit(List<Operation> operations, @Nullable Object initial) {
        List<@Nullable Object> written = new ArrayList<>();
        written.add(initial);
        for (Operation operation : operations) {
            if (operation.what() instanceof Write(String _, Object value)) {
                written.add(value);
            }
        }
        return written.stream().distinct().count() == written.size();
    }

    /** @param operations none of which was refused, and none is a write that is unknown and unread */
    static boolean arePossible(List<Operation> operations, @Nullable Object initial) {
        Map<@Nullable Object, Zone> zones = new HashMap<>();
        zones.put(initial, new Zone(Long.MIN_VALUE, Long.MIN_VALUE));
        for (Operation operation : operations) {
            if (operation.what() instanceof Write(String _, Object value)) {
                zones.put(value, new Zone(operation.begin(), operation.end()));
            }
        }
        for (Operation operation : operations) {
            if (operation.what() instanceof Read(String _, Object value)) {
                Zone zone = zones.get(value);
                if (zone == null || operation.end() < zone.writeBegin) {
                    return false;
                }
                zone.add(operation);
            }
        }
        return arePossible(zones.values().stream()
                .sorted(Comparator.comparingLong((Zone zone) -> zone.isForward() ? zone.firstEnd : zone.lastBegin)
                        .thenComparing(Zone::isForward))
                .toList());
    }

    /** No two forward zones overlap, and no other lies within one. */
    private static boolean arePossible(List<Zone> inOrder) {
        long heldUntil = Long.MIN_VALUE;
        for (Zone zone : inOrder) {
            if (zone.isForward()) {
                if (zone.firstEnd < heldUntil) {
                    return false;
                }
                heldUntil = zone.lastBegin;
            } else if (zone.firstEnd < heldUntil) {
                return false;
            }
        }
        return true;
    }
}

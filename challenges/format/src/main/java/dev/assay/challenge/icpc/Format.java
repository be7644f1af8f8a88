package dev.assay.challenge.icpc;

import java.util.Optional;

/** The versions of the problem package format that are understood. */
public enum Format {
    LEGACY("legacy"),
    V_2023_07("2023-07"),
    V_2025_09("2025-09");

    private final String written;

    Format(String written) {
        this.written = written;
    }

    public String written() {
        return written;
    }

    static Optional<Format> of(String version) {
        return switch (version) {
            case "legacy", "legacy-icpc" -> Optional.of(LEGACY);
            case "2023-07", "2023-07-draft" -> Optional.of(V_2023_07);
            case "2025-09", "2025-09-draft" -> Optional.of(V_2025_09);
            default -> Optional.empty();
        };
    }
}

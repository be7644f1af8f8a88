package dev.assay.api.assessment;

import dev.assay.api.catalog.CatalogEntry;
import dev.assay.challenge.Level;
import java.time.Instant;
import java.util.List;

/** @param items the packages in order, each in the version that was on offer when the assessment was made */
public record Assessment(
        String id, String title, String role, Level level, int minutes, List<CatalogEntry> items, Instant createdAt) {

    public static final int FEWEST_MINUTES = 5;
    public static final int MOST_MINUTES = 480;

    public Assessment {
        if (minutes < FEWEST_MINUTES || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException(
                    minutes + " minutes; allowed is " + FEWEST_MINUTES + " to " + MOST_MINUTES);
        }
        if (items.isEmpty()) {
            throw new IllegalArgumentException("An assessment has at least one item");
        }
        items = List.copyOf(items);
    }
}

package dev.assay.api.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param nextCursor what to pass as {@code cursor} for the items after these; null at the end */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}

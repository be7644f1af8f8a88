package dev.assay.challenge;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a design is graded: weighted criteria, each with a behavioural anchor for every level from 1 to 5. */
public record Rubric(List<Criterion> criteria) {

    public static final int LOWEST_LEVEL = 1;
    public static final int HIGHEST_LEVEL = 5;

    /**
     * @param question what the interviewer asks of the answer
     * @param anchors level to the behaviour seen at that level
     */
    public record Criterion(String id, String title, int weight, String question, SortedMap<Integer, String> anchors) {
        public Criterion {
            if (weight < 1) {
                throw new IllegalArgumentException(
                        "The criterion " + id + " has weight " + weight + "; it must be at least 1");
            }
            for (int level = LOWEST_LEVEL; level <= HIGHEST_LEVEL; level++) {
                if (anchors.getOrDefault(level, "").isBlank()) {
                    throw new IllegalArgumentException("The criterion " + id + " has no anchor for level " + level);
                }
            }
            anchors = Collections.unmodifiableSortedMap(new TreeMap<>(anchors));
        }
    }

    public Rubric {
        criteria = List.copyOf(criteria);
    }
}

package dev.assay.api.review;

import dev.assay.challenge.Rubric;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an interviewer says of an answer: a rating for each criterion, and a summary. May be incomplete. */
public record Grading(List<Rating> ratings, String summary) {

    /**
     * @param level 1 to 5; null while undecided
     * @param evidence what in the answer shows it
     */
    public record Rating(String criterionId, @Nullable Integer level, String evidence, String comment) {
        public Rating {
            if (level != null && (level < Rubric.LOWEST_LEVEL || level > Rubric.HIGHEST_LEVEL)) {
                throw new IllegalArgumentException("The level " + level + " is not between " + Rubric.LOWEST_LEVEL
                        + " and " + Rubric.HIGHEST_LEVEL);
            }
        }
    }

    public Grading {
        ratings = List.copyOf(ratings);
    }

    public Optional<Rating> rating(String criterionId) {
        return ratings.stream()
                .filter(rating -> rating.criterionId().equals(criterionId))
                .findFirst();
    }

    /** The weighted levels, level 1 being 0 and level 5 being 100, rounded down. */
    int score(Rubric rubric) {
        int weights =
                rubric.criteria().stream().mapToInt(Rubric.Criterion::weight).sum();
        int reached = rubric.criteria().stream()
                .mapToInt(criterion -> criterion.weight() * (level(criterion.id()) - Rubric.LOWEST_LEVEL))
                .sum();
        return reached * 100 / (weights * (Rubric.HIGHEST_LEVEL - Rubric.LOWEST_LEVEL));
    }

    private int level(String criterionId) {
        Integer level = rating(criterionId).map(Rating::level).orElse(null);
        return level == null ? Rubric.LOWEST_LEVEL : level;
    }
}

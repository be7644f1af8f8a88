package dev.assay.api.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A review as people read it, in the interviewer's page and in the company's result.
 *
 * @param history everything that was sent, the oldest first and the one that counts last
 */
public record ReviewView(
        Review.State state,
        long version,
        List<Grading.Rating> ratings,
        String summary,
        @Nullable Integer score,
        @Nullable Instant sentAt,
        String interviewerName,
        List<SentReview> history) {

    public record SentReview(
            Instant sentAt, @Nullable String reason, List<Grading.Rating> ratings, String summary, int score) {}

    public static ReviewView of(Review review) {
        return new ReviewView(
                review.state(),
                review.version(),
                review.grading().ratings(),
                review.grading().summary(),
                review.lastSent().map(Review.Sent::score).orElse(null),
                review.lastSent().map(Review.Sent::sentAt).orElse(null),
                review.interviewerName(),
                review.sent().stream()
                        .map(sent -> new SentReview(
                                sent.sentAt(),
                                sent.reason(),
                                sent.grading().ratings(),
                                sent.grading().summary(),
                                sent.score()))
                        .toList());
    }
}

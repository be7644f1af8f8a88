package dev.assay.api.review;

import java.util.List;
import java.util.Optional;

/** Two interviewers do not see each other's review before both have sent theirs; drafts are nobody else's. */
public final class BlindRule {

    private BlindRule() {}

    /** What an interviewer may read of the others' reviews of an answer. */
    public static List<Review> othersFor(String interviewerId, List<Review> all) {
        return hasSent(interviewerId, all)
                ? all.stream()
                        .filter(review -> review.state() == Review.State.SENT)
                        .filter(review -> !review.interviewerId().equals(interviewerId))
                        .toList()
                : List.of();
    }

    public static boolean hasSent(String interviewerId, List<Review> all) {
        return all.stream()
                .anyMatch(
                        review -> review.interviewerId().equals(interviewerId) && review.state() == Review.State.SENT);
    }

    /** What the company reads of an answer. Empty for an interviewer who has not sent a review of it. */
    public static Optional<List<Review>> forCompany(String viewerId, boolean interviewer, List<Review> all) {
        if (interviewer && !hasSent(viewerId, all)) {
            return Optional.empty();
        }
        return Optional.of(all.stream()
                .filter(review -> review.state() == Review.State.SENT)
                .toList());
    }
}

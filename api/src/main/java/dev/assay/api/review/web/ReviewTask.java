package dev.assay.api.review.web;

import dev.assay.api.exercise.Answer;
import dev.assay.api.review.Review;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An answer that can be reviewed; nothing in it says whose it is. */
record ReviewTask(
        String answerId, String exerciseTitle, String assessmentTitle, Instant handedInAt, ReviewTaskState myState) {

    enum ReviewTaskState {
        NONE,
        DRAFT,
        SENT
    }

    static ReviewTask of(Answer answer, @Nullable Review mine) {
        return new ReviewTask(
                answer.answerId(),
                answer.exerciseTitle(),
                answer.assessmentTitle(),
                answer.handedInAt(),
                mine == null
                        ? ReviewTaskState.NONE
                        : switch (mine.state()) {
                            case DRAFT -> ReviewTaskState.DRAFT;
                            case SENT -> ReviewTaskState.SENT;
                        });
    }
}

package dev.assay.api.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.testing.TestContent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every store of reviews does. */
public interface ReviewsContract {

    Instant NOW = Instant.parse("2026-03-02T09:00:00.123Z");

    Reviews reviews();

    @Test
    default void givesBackWhatWasStored() {
        Review review = begin("ines");
        Review sent = review.send(TestContent.rubric(), NOW);
        assertThat(reviews().replace(sent).block()).isTrue();

        assertThat(reviews().by("org", review.answerId(), "ines").block()).isEqualTo(sent);
        assertThat(reviews().by("another", review.answerId(), "ines").block()).isNull();
        assertThat(reviews().by("org", review.answerId(), "ivan").block()).isNull();
        assertThat(reviews()
                        .ofAnswers("org", List.of(review.answerId()))
                        .collectList()
                        .block())
                .containsExactly(sent);
        assertThat(reviews()
                        .ofAnswers("another", List.of(review.answerId()))
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    default void anInterviewerHasOneReviewOfAnAnswer() {
        Review review = begin("ines");

        assertThat(reviews().begin(review).block()).isFalse();
    }

    @Test
    default void ofManyChangesOfOneVersionOneIsWritten() {
        Review review = begin("ines");

        List<Boolean> written = Flux.range(1, 10)
                .flatMap(i -> reviews().replace(review.redraft(grading("summary " + i), TestContent.rubric())), 10)
                .collectList()
                .block();

        assertThat(written).hasSize(10).containsOnlyOnce(true);
    }

    private Review begin(String interviewer) {
        Review review = Review.begun(
                UUID.randomUUID().toString(), "org", interviewer, "Name", grading("first"), TestContent.rubric());
        assertThat(reviews().begin(review).block()).isTrue();
        return review;
    }

    private static Grading grading(String summary) {
        return new Grading(
                List.of(
                        new Grading.Rating("clarity", 4, "section 1", "clear"),
                        new Grading.Rating("depth", 2, "section 2", "shallow")),
                summary);
    }
}

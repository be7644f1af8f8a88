package dev.assay.api.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.api.problem.FieldProblem;
import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.testing.TestContent;
import dev.assay.challenge.Rubric;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Rubric RUBRIC = TestContent.rubric();

    /** Clarity weighs 1, depth 3. */
    @ParameterizedTest
    @CsvSource({"1, 1, 0", "5, 5, 100", "5, 1, 25", "1, 5, 75", "2, 2, 25", "3, 4, 68"})
    void scoresByWeightAndLevel(int clarity, int depth, int score) {
        Review sent = draft("r1", complete(clarity, depth)).send(RUBRIC, NOW);

        assertThat(sent.lastSent().orElseThrow().score()).isEqualTo(score);
    }

    @Test
    void namesEverythingThatIsMissing() {
        Grading partial =
                new Grading(List.of(new Grading.Rating("clarity", 4, " ", "fine"), rating("depth", null)), "");

        assertThatThrownBy(() -> draft("r1", partial).send(RUBRIC, NOW))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.REVIEW_INCOMPLETE);
                    assertThat(problem.errors())
                            .extracting(FieldProblem::field)
                            .containsExactly("ratings.clarity.evidence", "ratings.depth.level");
                });
        assertThatThrownBy(() -> draft("r1", new Grading(List.of(), "")).send(RUBRIC, NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors()).hasSize(6));
    }

    @Test
    void whatWasSentStaysAsItIs() {
        Review sent = draft("r1", complete(3, 3)).send(RUBRIC, NOW);

        assertProblem(ProblemType.REVIEW_SENT, () -> sent.redraft(complete(5, 5), RUBRIC));
        assertProblem(ProblemType.REVIEW_SENT, () -> sent.send(RUBRIC, NOW));
    }

    @Test
    void anAmendmentKeepsWhatWasSentBefore() {
        Review amended = draft("r1", complete(3, 3))
                .send(RUBRIC, NOW)
                .amend("I overlooked the cache", complete(5, 5), RUBRIC, NOW.plusSeconds(60));

        assertThat(amended.sent()).extracting(Review.Sent::score).containsExactly(50, 100);
        assertThat(amended.sent()).extracting(Review.Sent::reason).containsExactly(null, "I overlooked the cache");
        assertThat(amended.grading()).isEqualTo(complete(5, 5));
        assertThat(amended.version()).isEqualTo(3);
    }

    @Test
    void anAmendmentNeedsAReasonAndEverythingElse() {
        Review sent = draft("r1", complete(3, 3)).send(RUBRIC, NOW);

        assertThatThrownBy(() -> sent.amend(" ", new Grading(List.of(rating("depth", 2)), ""), RUBRIC, NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldProblem::field)
                                .contains("reason", "ratings.clarity.level"));
        assertProblem(
                ProblemType.REVIEW_NOT_SENT,
                () -> draft("r1", complete(1, 1)).amend("why", complete(2, 2), RUBRIC, NOW));
    }

    @Test
    void refusesRatingsThatDoNotFitTheRubric() {
        assertProblem(ProblemType.INVALID, () -> draft("r1", new Grading(List.of(rating("taste", 3)), "")));
        assertProblem(
                ProblemType.INVALID,
                () -> draft("r1", new Grading(List.of(rating("depth", 3), rating("depth", 4)), "")));
        assertThatIllegalArgumentException().isThrownBy(() -> rating("depth", 6));
    }

    @Test
    void othersShowOnlyAfterBothHaveSent() {
        Review mineDraft = draft("me", complete(2, 2));
        Review mineSent = mineDraft.send(RUBRIC, NOW);
        Review theirDraft = draft("they", complete(4, 4));
        Review theirSent = theirDraft.send(RUBRIC, NOW);

        assertThat(BlindRule.othersFor("me", List.of(mineDraft, theirSent))).isEmpty();
        assertThat(BlindRule.othersFor("me", List.of(theirSent))).isEmpty();
        assertThat(BlindRule.othersFor("me", List.of(mineSent, theirDraft))).isEmpty();
        assertThat(BlindRule.othersFor("me", List.of(mineSent, theirSent))).containsExactly(theirSent);
    }

    @Test
    void theCompanyReadsWhatWasSentUnlessTheReaderStillHasToReview() {
        Review draft = draft("me", complete(2, 2));
        Review sent = draft("they", complete(4, 4)).send(RUBRIC, NOW);

        assertThat(BlindRule.forCompany("recruiter", false, List.of(draft, sent)))
                .hasValue(List.of(sent));
        assertThat(BlindRule.forCompany("me", true, List.of(draft, sent))).isEmpty();
        assertThat(BlindRule.forCompany("me", true, List.of(draft.send(RUBRIC, NOW), sent)))
                .hasValueSatisfying(visible -> assertThat(visible).hasSize(2));
    }

    @Test
    void theMeanLeavesDraftsOut() {
        Review low = draft("a", complete(1, 1)).send(RUBRIC, NOW);
        Review high = draft("b", complete(4, 4)).send(RUBRIC, NOW);

        assertThat(Review.meanScore(List.of(low, high, draft("c", complete(5, 5)))))
                .hasValue(37);
        assertThat(Review.meanScore(List.of(draft("c", complete(5, 5))))).isEmpty();
    }

    private static Review draft(String interviewer, Grading grading) {
        return Review.begun("answer", "org", interviewer, "Name of " + interviewer, grading, RUBRIC);
    }

    private static Grading complete(int clarity, int depth) {
        return new Grading(List.of(rating("clarity", clarity), rating("depth", depth)), "Good.");
    }

    private static Grading.Rating rating(String criterion, @Nullable Integer level) {
        return new Grading.Rating(criterion, level, "section 1", "because");
    }

    private static void assertProblem(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}

package dev.assay.api.review;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.attempt.PinnedPackages;
import dev.assay.api.exercise.Answer;
import dev.assay.api.exercise.Answers;
import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemType;
import dev.assay.challenge.Exercise;
import dev.assay.challenge.Rubric;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** An interviewer's work on an answer. Every change names the version that it was made from. */
@Service
public class Reviewing {

    private final Answers answers;
    private final PinnedPackages packages;
    private final Reviews reviews;
    private final Clock clock;

    Reviewing(Answers answers, PinnedPackages packages, Reviews reviews, Clock clock) {
        this.answers = answers;
        this.packages = packages;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** @param others what the interviewer may read of the others' reviews */
    public record Opened(Answer answer, Exercise exercise, Optional<Review> mine, List<Review> others) {}

    public Mono<Opened> open(CurrentMember interviewer, String answerId) {
        return answer(interviewer, answerId)
                .flatMap(answer -> Mono.zip(packages.exercise(answer.packageVersion()), all(answer))
                        .map(found -> opened(interviewer, answer, found.getT1(), found.getT2())));
    }

    public Mono<Review> begin(CurrentMember interviewer, String answerId, Grading draft) {
        return answer(interviewer, answerId)
                .flatMap(answer -> packages.exercise(answer.packageVersion()))
                .map(exercise -> Review.begun(
                        answerId,
                        interviewer.organizationId(),
                        interviewer.id(),
                        interviewer.name(),
                        draft,
                        exercise.rubric()))
                .flatMap(review -> reviews.begin(review)
                        .flatMap(begun -> begun ? Mono.just(review) : Mono.error(changedMeanwhile())));
    }

    public Mono<Review> redraft(CurrentMember interviewer, String answerId, long version, Grading draft) {
        return change(interviewer, answerId, version, (review, rubric) -> review.redraft(draft, rubric));
    }

    public Mono<Review> send(CurrentMember interviewer, String answerId, long version) {
        return change(interviewer, answerId, version, (review, rubric) -> review.send(rubric, clock.instant()));
    }

    public Mono<Review> amend(
            CurrentMember interviewer, String answerId, long version, String reason, Grading grading) {
        return change(
                interviewer,
                answerId,
                version,
                (review, rubric) -> review.amend(reason, grading, rubric, clock.instant()));
    }

    private Mono<Review> change(
            CurrentMember interviewer, String answerId, long version, BiFunction<Review, Rubric, Review> change) {
        return answer(interviewer, answerId)
                .flatMap(answer -> Mono.zip(
                        reviews.by(interviewer.organizationId(), answerId, interviewer.id())
                                .switchIfEmpty(Mono.error(Reviewing::changedMeanwhile)),
                        packages.exercise(answer.packageVersion())))
                .map(found -> change.apply(
                        requireVersion(found.getT1(), version), found.getT2().rubric()))
                .flatMap(changed -> reviews.replace(changed)
                        .flatMap(replaced -> replaced ? Mono.just(changed) : Mono.error(changedMeanwhile())));
    }

    private static Review requireVersion(Review review, long version) {
        if (review.version() != version) {
            throw changedMeanwhile();
        }
        return review;
    }

    private Mono<Answer> answer(CurrentMember interviewer, String answerId) {
        return answers.byId(interviewer.organizationId(), answerId)
                .switchIfEmpty(Mono.error(() -> ProblemType.NOT_FOUND.because("There is no answer with this id.")));
    }

    private Mono<List<Review>> all(Answer answer) {
        return reviews.ofAnswers(answer.organizationId(), List.of(answer.answerId()))
                .collectList();
    }

    private static Opened opened(CurrentMember interviewer, Answer answer, Exercise exercise, List<Review> all) {
        Optional<Review> mine = all.stream()
                .filter(review -> review.interviewerId().equals(interviewer.id()))
                .findFirst();
        return new Opened(answer, exercise, mine, BlindRule.othersFor(interviewer.id(), all));
    }

    private static ProblemException changedMeanwhile() {
        return ProblemType.CHANGED_MEANWHILE.because(
                "Your review was changed in another window. Load it again, and apply your change to it.");
    }
}

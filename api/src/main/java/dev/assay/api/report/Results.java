package dev.assay.api.report;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.access.Role;
import dev.assay.api.attempt.Attempt;
import dev.assay.api.attempt.AttemptItem;
import dev.assay.api.attempt.Attempts;
import dev.assay.api.attempt.PinnedPackages;
import dev.assay.api.exercise.Answer;
import dev.assay.api.exercise.Answers;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.regrade.CurrentJudgements;
import dev.assay.api.review.BlindRule;
import dev.assay.api.review.Review;
import dev.assay.api.review.Reviews;
import dev.assay.api.submission.Submission;
import dev.assay.api.submission.Submissions;
import dev.assay.api.submission.Submissions.Counting;
import dev.assay.challenge.Rubric;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings together what belongs to an attempt, as one viewer may see it. */
@Service
public class Results {

    private final Attempts attempts;
    private final Submissions submissions;
    private final CurrentJudgements current;
    private final Answers answers;
    private final Reviews reviews;
    private final PinnedPackages packages;
    private final Clock clock;

    Results(
            Attempts attempts,
            Submissions submissions,
            CurrentJudgements current,
            Answers answers,
            Reviews reviews,
            PinnedPackages packages,
            Clock clock) {
        this.attempts = attempts;
        this.submissions = submissions;
        this.current = current;
        this.answers = answers;
        this.reviews = reviews;
        this.packages = packages;
        this.clock = clock;
    }

    /**
     * @param submissions the one that counts of each item
     * @param answers with the reviews of each
     */
    public record Collected(Attempt attempt, List<JudgedSubmission> submissions, List<ReviewedAnswer> answers) {

        public Optional<JudgedSubmission> submissionOf(String itemId) {
            return submissions.stream()
                    .filter(judged -> judged.submission().itemId().equals(itemId))
                    .findFirst();
        }

        public Optional<ReviewedAnswer> answerOf(String itemId) {
            return answers.stream()
                    .filter(reviewed -> reviewed.answer().itemId().equals(itemId))
                    .findFirst();
        }
    }

    /**
     * @param made how many the item has, this one included
     * @param counted the judgement that counts; empty while there is none
     */
    public record JudgedSubmission(Submission submission, int made, Optional<CurrentJudgements.Counted> counted) {}

    /**
     * @param visible the sent reviews that the viewer may read
     * @param hidden whether there is something to be hidden: the viewer is an interviewer who has not sent a review
     * @param sent how many have been sent
     */
    public record ReviewedAnswer(Answer answer, List<Review> visible, boolean hidden, int sent) {}

    /** Newest first; those before the attempt with this id when one is given. */
    public Mono<List<Collected>> list(CurrentMember viewer, Optional<String> before, int limit) {
        return attempts.ofOrganization(viewer.organizationId(), before, limit).flatMap(found -> collect(viewer, found));
    }

    public Mono<Collected> one(CurrentMember viewer, String attemptId) {
        return attempts.byId(viewer.organizationId(), attemptId)
                .switchIfEmpty(Mono.error(() -> ProblemType.NOT_FOUND.because("There is no result with this id.")))
                .flatMap(attempt -> collect(viewer, List.of(attempt)))
                .map(List::getFirst);
    }

    /** The rubrics of an attempt's exercises by item, in the version that the attempt began with. */
    public Mono<Map<String, Rubric>> rubrics(Attempt attempt) {
        return Flux.fromIterable(attempt.items())
                .filter(item -> item.kind() == AttemptItem.Kind.EXERCISE)
                .flatMap(item -> packages.exercise(item.packageVersion())
                        .map(exercise -> Map.entry(item.itemId(), exercise.rubric())))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<List<Collected>> collect(CurrentMember viewer, List<Attempt> found) {
        List<String> ids = found.stream().map(Attempt::id).toList();
        return Mono.zip(judgedSubmissions(viewer.organizationId(), ids), reviewedAnswers(viewer, ids))
                .map(parts -> found.stream()
                        .map(attempt -> collected(attempt, parts.getT1(), parts.getT2()))
                        .toList());
    }

    private Mono<List<JudgedSubmission>> judgedSubmissions(String organizationId, List<String> attemptIds) {
        return submissions
                .countingOf(organizationId, attemptIds)
                .collectList()
                .flatMap(found -> current.of(
                                organizationId,
                                found.stream().map(Counting::submission).toList())
                        .map(counted -> found.stream()
                                .map(one -> new JudgedSubmission(
                                        one.submission(),
                                        one.made(),
                                        Optional.ofNullable(
                                                counted.get(one.submission().id()))))
                                .toList()));
    }

    private Mono<List<ReviewedAnswer>> reviewedAnswers(CurrentMember viewer, List<String> attemptIds) {
        return answers.ofAttempts(viewer.organizationId(), attemptIds)
                .collectList()
                .flatMap(found -> reviews.ofAnswers(
                                viewer.organizationId(),
                                found.stream().map(Answer::answerId).toList())
                        .collect(Collectors.groupingBy(Review::answerId))
                        .map(byAnswer -> found.stream()
                                .map(answer -> reviewed(viewer, answer, byAnswer))
                                .toList()));
    }

    private static ReviewedAnswer reviewed(CurrentMember viewer, Answer answer, Map<String, List<Review>> byAnswer) {
        List<Review> all = byAnswer.getOrDefault(answer.answerId(), List.of());
        int sent = (int) all.stream()
                .filter(review -> review.state() == Review.State.SENT)
                .count();
        return BlindRule.forCompany(viewer.id(), viewer.is(Role.INTERVIEWER), all)
                .map(visible -> new ReviewedAnswer(answer, visible, false, sent))
                .orElseGet(() -> new ReviewedAnswer(answer, List.of(), true, sent));
    }

    private Collected collected(
            Attempt attempt, List<JudgedSubmission> allSubmissions, List<ReviewedAnswer> allAnswers) {
        return new Collected(
                attempt.at(clock.instant()),
                allSubmissions.stream()
                        .filter(judged -> judged.submission().attemptId().equals(attempt.id()))
                        .toList(),
                allAnswers.stream()
                        .filter(reviewed -> reviewed.answer().attemptId().equals(attempt.id()))
                        .toList());
    }
}

package dev.assay.api.review.web;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.exercise.Answer;
import dev.assay.api.exercise.Answers;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.rest.Page;
import dev.assay.api.rest.Paging;
import dev.assay.api.rest.Version;
import dev.assay.api.review.Grading;
import dev.assay.api.review.Review;
import dev.assay.api.review.ReviewView;
import dev.assay.api.review.Reviewing;
import dev.assay.api.review.Reviews;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/reviews")
class ReviewController {

    private static final int MOST_CHARACTERS = 20_000;
    private static final int MOST_RATINGS = 100;

    private final Reviewing reviewing;
    private final Answers answers;
    private final Reviews reviews;

    ReviewController(Reviewing reviewing, Answers answers, Reviews reviews) {
        this.reviewing = reviewing;
        this.answers = answers;
        this.reviews = reviews;
    }

    record RatingInput(
            @NotBlank @Size(max = 200) String criterionId,
            @Nullable @Min(1) @Max(5) Integer level,
            @Nullable @Size(max = MOST_CHARACTERS) String evidence,
            @Nullable @Size(max = MOST_CHARACTERS) String comment) {

        Grading.Rating rating() {
            return new Grading.Rating(
                    criterionId, level, evidence == null ? "" : evidence, comment == null ? "" : comment);
        }
    }

    record ReviewDraft(
            @NotNull @Size(max = MOST_RATINGS) List<@NotNull @Valid RatingInput> ratings,
            @Nullable @Size(max = MOST_CHARACTERS) String summary) {

        Grading grading() {
            return gradingOf(ratings, summary);
        }
    }

    record ReviewAmendment(
            @NotNull @Size(max = MOST_CHARACTERS) String reason,
            @NotNull @Size(max = MOST_RATINGS) List<@NotNull @Valid RatingInput> ratings,
            @Nullable @Size(max = MOST_CHARACTERS) String summary) {

        Grading grading() {
            return gradingOf(ratings, summary);
        }
    }

    @GetMapping
    Mono<Page<ReviewTask>> tasks(
            @AuthenticationPrincipal CurrentMember interviewer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Paging paging = Paging.of(cursor, limit);
        return answers.ofOrganization(interviewer.organizationId(), paging.before(), paging.fetch())
                .collectList()
                .flatMap(found -> mine(interviewer, found)
                        .map(mine -> paging.page(
                                found,
                                Answer::answerId,
                                answer -> ReviewTask.of(answer, mine.get(answer.answerId())))));
    }

    @GetMapping("/{answerId}")
    Mono<ResponseEntity<ReviewPage>> page(
            @AuthenticationPrincipal CurrentMember interviewer, @PathVariable String answerId) {
        return reviewing.open(interviewer, answerId).map(ReviewController::withVersion);
    }

    @PutMapping("/{answerId}/draft")
    Mono<ResponseEntity<ReviewView>> draft(
            @AuthenticationPrincipal CurrentMember interviewer,
            @PathVariable String answerId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @Valid @RequestBody ReviewDraft draft) {
        return isFirst(ifMatch, ifNoneMatch)
                ? reviewing.begin(interviewer, answerId, draft.grading()).map(ReviewController::withVersion)
                : reviewing
                        .redraft(
                                interviewer, answerId, Version.required(ifMatch).number(), draft.grading())
                        .map(ReviewController::withVersion);
    }

    @PostMapping("/{answerId}/send")
    Mono<ResponseEntity<ReviewView>> send(
            @AuthenticationPrincipal CurrentMember interviewer,
            @PathVariable String answerId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return reviewing
                .send(interviewer, answerId, Version.required(ifMatch).number())
                .map(ReviewController::withVersion);
    }

    @PostMapping("/{answerId}/amend")
    Mono<ResponseEntity<ReviewView>> amend(
            @AuthenticationPrincipal CurrentMember interviewer,
            @PathVariable String answerId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ReviewAmendment amendment) {
        return reviewing
                .amend(
                        interviewer,
                        answerId,
                        Version.required(ifMatch).number(),
                        amendment.reason(),
                        amendment.grading())
                .map(ReviewController::withVersion);
    }

    private Mono<Map<String, Review>> mine(CurrentMember interviewer, List<Answer> found) {
        return reviews.ofAnswers(
                        interviewer.organizationId(),
                        found.stream().map(Answer::answerId).toList())
                .filter(review -> review.interviewerId().equals(interviewer.id()))
                .collect(Collectors.toMap(Review::answerId, Function.identity()));
    }

    private static boolean isFirst(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (!ifNoneMatch.equals("*") || ifMatch != null) {
            throw ProblemType.INVALID.at(
                    HttpHeaders.IF_NONE_MATCH, "must be * and without If-Match, for a first draft");
        }
        return true;
    }

    private static Grading gradingOf(List<RatingInput> ratings, @Nullable String summary) {
        return new Grading(
                ratings.stream().map(RatingInput::rating).toList(),
                Optional.ofNullable(summary).orElse(""));
    }

    private static ResponseEntity<ReviewView> withVersion(Review review) {
        return new Version(review.version()).of(ReviewView.of(review));
    }

    private static ResponseEntity<ReviewPage> withVersion(Reviewing.Opened opened) {
        ReviewPage page = ReviewPage.of(opened);
        return opened.mine().map(mine -> new Version(mine.version()).of(page)).orElseGet(() -> ResponseEntity.ok(page));
    }
}

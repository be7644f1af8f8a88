package dev.assay.api.assessment.web;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.assessment.Assessment;
import dev.assay.api.assessment.Assessments;
import dev.assay.api.assessment.Composition;
import dev.assay.api.catalog.PackageKind;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Page;
import dev.assay.api.rest.Paging;
import dev.assay.api.rest.Version;
import dev.assay.challenge.Level;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/assessments")
class AssessmentController {

    private final Composition composition;
    private final Assessments assessments;

    AssessmentController(Composition composition, Assessments assessments) {
        this.composition = composition;
        this.assessments = assessments;
    }

    record AssessmentDraft(
            @NotBlank(message = "must not be empty") @Size(max = 120, message = "must have at most 120 characters")
            String title,

            @NotBlank(message = "must not be empty") @Size(max = 120, message = "must have at most 120 characters")
            String role,

            @NotNull(message = "must be JUNIOR, MID or SENIOR")
            Level level,

            @Min(value = Assessment.FEWEST_MINUTES, message = "must be at least 5")
            @Max(value = Assessment.MOST_MINUTES, message = "must be at most 480")
            int minutes,

            @NotEmpty(message = "must have at least one item") @Size(max = 20, message = "must have at most 20 items")
            List<@NotNull(message = "must not be null") @Valid AssessmentDraftItem> items) {

        Composition.Wanted wanted() {
            return new Composition.Wanted(
                    title,
                    role,
                    level,
                    minutes,
                    items.stream()
                            .map(item -> new Composition.Item(item.kind(), item.id()))
                            .toList());
        }
    }

    record AssessmentDraftItem(
            @NotNull(message = "must be CHALLENGE or EXERCISE")
            PackageKind kind,

            @NotBlank(message = "must be the id of a package in the catalog")
            String id) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Assessment> create(
            @AuthenticationPrincipal CurrentMember me,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody AssessmentDraft request) {
        return composition.compose(me.organizationId(), request.wanted(), IdempotencyKey.of(key));
    }

    @GetMapping
    Mono<Page<Assessment>> list(
            @AuthenticationPrincipal CurrentMember me,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Paging paging = Paging.of(cursor, limit);
        return assessments
                .page(me.organizationId(), paging)
                .map(found -> paging.page(found, Assessment::id, assessment -> assessment));
    }

    /** An assessment never changes, so it has one version. */
    @GetMapping("/{id}")
    Mono<ResponseEntity<Assessment>> one(@AuthenticationPrincipal CurrentMember me, @PathVariable String id) {
        return assessments
                .assessment(me.organizationId(), id)
                .map(assessment -> new Version(1).of(assessment))
                .switchIfEmpty(Mono.error(() -> ProblemType.NOT_FOUND.because(
                        "There is no assessment with this id. Open it from the list of assessments.")));
    }
}

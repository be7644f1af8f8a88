package dev.assay.api.invitation.web;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.assessment.Assessments;
import dev.assay.api.invitation.Invitation;
import dev.assay.api.invitation.InvitationStore;
import dev.assay.api.invitation.IssuedInvitations;
import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Page;
import dev.assay.api.rest.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
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
@RequestMapping("/api/v1")
class InvitationController {

    private static final int DEFAULT_DAYS = 14;

    private final IssuedInvitations invitations;
    private final InvitationStore store;
    private final Assessments assessments;
    private final Clock clock;

    InvitationController(IssuedInvitations invitations, InvitationStore store, Assessments assessments, Clock clock) {
        this.invitations = invitations;
        this.store = store;
        this.assessments = assessments;
        this.clock = clock;
    }

    /**
     * @param expiresInDays 14 when left out
     * @param timeMultiplier 1.0 when left out
     */
    record InvitationDraft(
            @NotBlank(message = "must not be empty") @Size(max = 120, message = "must have at most 120 characters")
            String candidateName,

            @NotBlank(message = "must not be empty")
            @Email(message = "must be an e-mail address")
            @Size(max = 254, message = "must have at most 254 characters")
            String candidateEmail,

            @Min(value = 1, message = "must be at least 1") @Max(value = 90, message = "must be at most 90") @Nullable
            Integer expiresInDays,

            @DecimalMin(value = "1.0", message = "must be at least 1.0")
            @DecimalMax(value = "3.0", message = "must be at most 3.0")
            @Nullable
            Double timeMultiplier) {

        IssuedInvitations.Wanted wanted() {
            return new IssuedInvitations.Wanted(
                    candidateName,
                    candidateEmail,
                    Objects.requireNonNullElse(expiresInDays, DEFAULT_DAYS),
                    Objects.requireNonNullElse(timeMultiplier, Invitation.LOWEST_MULTIPLIER));
        }
    }

    record InvitationView(
            String id,
            String candidateName,
            String candidateEmail,
            Invitation.State state,
            double timeMultiplier,
            Instant createdAt,
            Instant expiresAt,
            @Nullable String attemptId) {

        static InvitationView of(Invitation invitation, Instant now) {
            return new InvitationView(
                    invitation.id(),
                    invitation.candidateName(),
                    invitation.candidateEmail(),
                    invitation.stateAt(now),
                    invitation.timeMultiplier(),
                    invitation.createdAt(),
                    invitation.expiresAt(),
                    invitation.attemptId());
        }
    }

    /** @param link shown once */
    record NewInvitation(InvitationView invitation, String link) {
        @Override
        public String toString() {
            return "NewInvitation[" + invitation.id() + "]";
        }
    }

    @PostMapping("/assessments/{id}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<NewInvitation> invite(
            @AuthenticationPrincipal CurrentMember me,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody InvitationDraft request) {
        return invitations
                .issue(me.organizationId(), id, request.wanted(), IdempotencyKey.of(key))
                .map(issued ->
                        new NewInvitation(InvitationView.of(issued.invitation(), clock.instant()), issued.link()))
                .switchIfEmpty(Mono.error(InvitationController::noAssessment));
    }

    @GetMapping("/assessments/{id}/invitations")
    Mono<Page<InvitationView>> list(
            @AuthenticationPrincipal CurrentMember me,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Paging paging = Paging.of(cursor, limit);
        return assessments
                .assessment(me.organizationId(), id)
                .switchIfEmpty(Mono.error(InvitationController::noAssessment))
                .flatMap(assessment -> store.page(me.organizationId(), assessment.id(), paging))
                .map(found -> {
                    Instant now = clock.instant();
                    return paging.page(found, Invitation::id, invitation -> InvitationView.of(invitation, now));
                });
    }

    @DeleteMapping("/invitations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(@AuthenticationPrincipal CurrentMember me, @PathVariable String id) {
        return invitations
                .revoke(me.organizationId(), id)
                .switchIfEmpty(Mono.error(() -> ProblemType.NOT_FOUND.because(
                        "There is no invitation with this id. Choose one from the assessment's list.")))
                .then();
    }

    private static ProblemException noAssessment() {
        return ProblemType.NOT_FOUND.because(
                "There is no assessment with this id. Open it from the list of assessments.");
    }
}

package dev.assay.api.attempt;

import dev.assay.api.assessment.Assessment;
import dev.assay.api.assessment.Assessments;
import dev.assay.api.catalog.CatalogEntry;
import dev.assay.api.invitation.Invitation;
import dev.assay.api.invitation.Invitations;
import dev.assay.api.organization.Organization;
import dev.assay.api.organization.Organizations;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The links that the company issued. An assessment's items are pinned to their versions from its making on. */
@Component
class InvitationLinks implements Links {

    private final Invitations invitations;
    private final Assessments assessments;
    private final Organizations organizations;
    private final Clock clock;

    InvitationLinks(Invitations invitations, Assessments assessments, Organizations organizations, Clock clock) {
        this.invitations = invitations;
        this.assessments = assessments;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public Mono<Link> open(String secret) {
        return invitations
                .open(secret)
                .flatMap(invitation -> Mono.zip(
                                assessments.assessment(invitation.organizationId(), invitation.assessmentId()),
                                organizations.organization(invitation.organizationId()))
                        .map(found -> link(invitation, found.getT1(), found.getT2())));
    }

    @Override
    public Mono<Void> opened(Attempt attempt) {
        return invitations
                .linkAttempt(attempt.organizationId(), attempt.invitationId(), attempt.id())
                .then();
    }

    @Override
    public Mono<Void> starting(Attempt attempt, Instant at) {
        return invitations
                .started(attempt.organizationId(), attempt.invitationId(), at)
                .then();
    }

    @Override
    public Mono<Void> finished(Attempt attempt) {
        Instant at = Objects.requireNonNullElseGet(attempt.finishedAt(), clock::instant);
        return invitations.finished(attempt.organizationId(), attempt.invitationId(), at);
    }

    private static Link link(Invitation invitation, Assessment assessment, Organization organization) {
        return new Link(
                invitation.id(),
                invitation.organizationId(),
                new Attempt.Names(
                        organization.name(),
                        assessment.title(),
                        invitation.candidateName(),
                        invitation.candidateEmail()),
                invitation.expiresAt(),
                AttemptClock.of(assessment.minutes(), invitation.timeMultiplier()),
                items(assessment.items()));
    }

    private static List<AttemptItem> items(List<CatalogEntry> entries) {
        List<AttemptItem> items = new ArrayList<>();
        for (CatalogEntry entry : entries) {
            items.add(new AttemptItem(
                    Integer.toString(items.size() + 1),
                    switch (entry.kind()) {
                        case CHALLENGE -> AttemptItem.Kind.CHALLENGE;
                        case EXERCISE -> AttemptItem.Kind.EXERCISE;
                    },
                    entry.id(),
                    entry.version(),
                    entry.title(),
                    entry.minutes(),
                    entry.environments()));
        }
        return items;
    }
}

package dev.assay.api.installation;

import dev.assay.api.access.Role;
import dev.assay.api.assessment.Assessment;
import dev.assay.api.assessment.Composition;
import dev.assay.api.catalog.Catalog;
import dev.assay.api.catalog.PackageKind;
import dev.assay.api.identity.Members;
import dev.assay.api.invitation.IssuedInvitations;
import dev.assay.api.organization.Organization;
import dev.assay.api.organization.Organizations;
import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Ids;
import dev.assay.challenge.Level;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes what an installation needs to be usable: an organization, its owner, and something to try. A first start that
 * was cut off is taken up again at the next one.
 */
@Component
class Installation {

    static final String OWNER_EMAIL = "owner@assay.local";
    private static final String SAMPLE_CHALLENGE = "url-shortener";
    private static final String SAMPLE_EXERCISE = "url-shortener-at-scale";
    private static final int SAMPLE_MINUTES = 90;

    private final Organizations organizations;
    private final Members members;
    private final Catalog catalog;
    private final Composition composition;
    private final IssuedInvitations invitations;
    private final Clock clock;

    /** What the operator must be told, because it is never shown again. */
    record News(Optional<Members.Added> owner, Optional<String> link) {
        static final News NONE = new News(Optional.empty(), Optional.empty());
    }

    Installation(
            Organizations organizations,
            Members members,
            Catalog catalog,
            Composition composition,
            IssuedInvitations invitations,
            Clock clock) {
        this.organizations = organizations;
        this.members = members;
        this.catalog = catalog;
        this.composition = composition;
        this.invitations = invitations;
        this.clock = clock;
    }

    Mono<News> complete() {
        return organizations
                .all()
                .next()
                .switchIfEmpty(Mono.defer(
                        () -> organizations.add(new Organization(Ids.next(), "My company", clock.instant(), false))))
                .flatMap(organization -> organization.ready() ? Mono.just(News.NONE) : firstStart(organization));
    }

    Mono<News> resetOwner() {
        return organizations
                .all()
                .next()
                .flatMap(organization -> members.resetOwner(organization.id()))
                .map(owner -> new News(Optional.of(owner), Optional.empty()))
                .defaultIfEmpty(News.NONE);
    }

    /** To be called when the operator has been told: what was not shown is made again at the next start. */
    Mono<Void> told() {
        return organizations
                .all()
                .filter(organization -> !organization.ready())
                .concatMap(organization -> organizations.markReady(organization.id()))
                .then();
    }

    private Mono<News> firstStart(Organization organization) {
        return owner(organization)
                .flatMap(owner -> sample(organization)
                        .flatMap(assessment -> invite(organization, assessment))
                        .map(issued -> new News(Optional.of(owner), Optional.of(issued.link())))
                        .defaultIfEmpty(new News(Optional.of(owner), Optional.empty())));
    }

    private Mono<Members.Added> owner(Organization organization) {
        return members.resetOwner(organization.id())
                .switchIfEmpty(
                        Mono.defer(() -> members.add(organization.id(), "Owner", OWNER_EMAIL, EnumSet.of(Role.OWNER))));
    }

    /** Empty when the library has none of the samples. */
    private Mono<Assessment> sample(Organization organization) {
        List<Composition.Item> items = Stream.of(
                        new Composition.Item(PackageKind.CHALLENGE, SAMPLE_CHALLENGE),
                        new Composition.Item(PackageKind.EXERCISE, SAMPLE_EXERCISE))
                .filter(item -> catalog.isInLibrary(item.kind(), item.id()))
                .toList();
        return items.isEmpty()
                ? Mono.empty()
                : composition.compose(
                        organization.id(),
                        new Composition.Wanted(
                                "Try it: a URL shortener", "Backend developer", Level.MID, SAMPLE_MINUTES, items),
                        IdempotencyKey.of("first-start " + items.size()));
    }

    private Mono<IssuedInvitations.Issued> invite(Organization organization, Assessment assessment) {
        return invitations.issue(
                organization.id(),
                assessment.id(),
                new IssuedInvitations.Wanted("Sample Candidate", "candidate@assay.local", 14, 1.0),
                IdempotencyKey.of("first-start " + UUID.randomUUID()));
    }
}

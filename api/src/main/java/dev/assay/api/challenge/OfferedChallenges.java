package dev.assay.api.challenge;

import dev.assay.api.catalog.CatalogEntry;
import dev.assay.api.catalog.PrivatePackages;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Brings an organization's own challenges into its catalog. */
@Component
class OfferedChallenges implements PrivatePackages {

    private final OwnChallenges challenges;

    OfferedChallenges(OwnChallenges challenges) {
        this.challenges = challenges;
    }

    @Override
    public Flux<CatalogEntry> of(String organizationId) {
        return challenges
                .ofOrganization(organizationId)
                .map(challenge -> challenge.latest().entry());
    }
}

package dev.assay.api.challenge;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where the organizations' own challenges are kept. */
public interface OwnChallenges {

    /** Adds a version, and the challenge with its first one; a version that is there already is not added again. */
    Mono<OwnChallenge> publish(String organizationId, OwnChallenge.Version version);

    /** By their ids. */
    Flux<OwnChallenge> ofOrganization(String organizationId);

    Mono<OwnChallenge> one(String organizationId, String challengeId);
}

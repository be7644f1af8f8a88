package dev.assay.api.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every store of own challenges does. */
public interface OwnChallengesContract {

    Instant NOW = Instant.parse("2026-03-02T09:00:00.123Z");

    OwnChallenges challenges();

    @Test
    default void keepsEveryVersionInTheOrderOfPublishing() {
        challenges().publish("org", version("v1")).block();
        OwnChallenge two = challenges().publish("org", version("v2")).block();
        OwnChallenge again = challenges().publish("org", version("v1")).block();

        assertThat(again).isEqualTo(two);
        assertThat(challenges().one("org", "notes").block()).isEqualTo(two);
        assertThat(two.versions()).containsExactly(version("v1"), version("v2"));
        assertThat(two.latest()).isEqualTo(version("v2"));
    }

    @Test
    default void anotherOrganizationSeesNothingOfIt() {
        challenges().publish("org", version("v1")).block();
        challenges().publish("another", version("other")).block();

        assertThat(challenges().ofOrganization("org").collectList().block())
                .containsExactly(OwnChallenge.first("org", version("v1")));
        assertThat(challenges().ofOrganization("third").collectList().block()).isEmpty();
        assertThat(challenges().one("third", "notes").block()).isNull();
    }

    @Test
    default void ofManyAtOnceNoneIsLost() {
        Flux.range(0, 16)
                .flatMap(i -> challenges().publish("org", version("v" + i % 8)), 16)
                .blockLast();

        assertThat(challenges().one("org", "notes").block().versions()).hasSize(8);
    }

    private static OwnChallenge.Version version(String contentHash) {
        return new OwnChallenge.Version(UploadsContract.entry(contentHash), "upload-" + contentHash, "Ada", NOW);
    }
}

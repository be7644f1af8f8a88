package dev.assay.api.invitation.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.invitation.Invitation;
import dev.assay.api.invitation.InvitationStore;
import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Ids;
import dev.assay.api.rest.Paging;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every store of invitations does. */
interface InvitationStoreContract {

    Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** An empty one. */
    InvitationStore invitations();

    private static Invitation added(InvitationStore invitations, String organization, String name) {
        Invitation invitation = new Invitation(
                Ids.next(),
                organization,
                "a1",
                name,
                "c@example.org",
                1.5,
                NOW,
                NOW.plus(Duration.ofDays(14)),
                null,
                null,
                null,
                null);
        return invitations
                .add(invitation, "hash-" + name, new IdempotencyKey(name).usedFor(organization, name))
                .block();
    }

    @Test
    default void isFoundByTheHashOfItsSecretAndWithinItsOrganization() {
        InvitationStore invitations = invitations();
        Invitation added = added(invitations, "o1", "ada");
        assertThat(invitations.bySecretHash("hash-ada").block()).isEqualTo(added);
        assertThat(invitations.bySecretHash("hash-eve").blockOptional()).isEmpty();
        assertThat(invitations.invitation("o1", added.id()).block()).isEqualTo(added);
        assertThat(invitations.invitation("o2", added.id()).blockOptional()).isEmpty();
        assertThat(invitations.page("o1", "a1", Paging.of(null, null)).block()).containsExactly(added);
        assertThat(invitations.page("o1", "a2", Paging.of(null, null)).block()).isEmpty();
    }

    @Test
    default void ofManyAttemptsAtTheSameTimeOneIsLinked() {
        InvitationStore invitations = invitations();
        Invitation added = added(invitations, "o1", "ada");
        List<Invitation> linked = Flux.range(0, 20)
                .flatMap(i -> invitations.link("o1", added.id(), "attempt-" + i))
                .collectList()
                .block();
        assertThat(linked).hasSize(1);
        assertThat(invitations.invitation("o1", added.id()).block().attemptId())
                .isEqualTo(linked.getFirst().attemptId());
    }

    @Test
    default void startAndRevokeExcludeEachOther() {
        InvitationStore invitations = invitations();
        for (int i = 0; i < 20; i++) {
            String id = added(invitations, "o1", "c" + i).id();
            List<Invitation> won = Flux.merge(invitations.start("o1", id, NOW), invitations.revoke("o1", id, NOW))
                    .collectList()
                    .block();
            assertThat(won).hasSize(1);
        }
    }

    @Test
    default void anotherOrganizationChangesNothing() {
        InvitationStore invitations = invitations();
        Invitation added = added(invitations, "o1", "ada");
        assertThat(invitations.link("o2", added.id(), "x").blockOptional()).isEmpty();
        assertThat(invitations.start("o2", added.id(), NOW).blockOptional()).isEmpty();
        assertThat(invitations.finish("o2", added.id(), NOW).blockOptional()).isEmpty();
        assertThat(invitations.revoke("o2", added.id(), NOW).blockOptional()).isEmpty();
        assertThat(invitations.invitation("o1", added.id()).block()).isEqualTo(added);
    }

    @Test
    default void aFinishIsKeptOnce() {
        InvitationStore invitations = invitations();
        Invitation added = added(invitations, "o1", "ada");
        assertThat(invitations.finish("o1", added.id(), NOW).block().finishedAt())
                .isEqualTo(NOW);
        assertThat(invitations.finish("o1", added.id(), NOW.plusSeconds(1)).blockOptional())
                .isEmpty();
    }
}

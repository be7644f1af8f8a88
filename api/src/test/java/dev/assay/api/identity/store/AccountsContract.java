package dev.assay.api.identity.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.access.Role;
import dev.assay.api.identity.Account;
import dev.assay.api.identity.Accounts;
import dev.assay.api.rest.Ids;
import dev.assay.api.rest.Paging;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What every store of accounts does. */
interface AccountsContract {

    /** An empty one. */
    Accounts accounts();

    private static Account account(String organization, String email, Role... roles) {
        return new Account(
                Ids.next(),
                organization,
                "N",
                email,
                "hash",
                1,
                true,
                Set.of(roles),
                Instant.parse("2026-01-01T00:00:00.123Z"));
    }

    @Test
    default void readsBackWhatWasAdded() {
        Accounts accounts = accounts();
        Account added = account("o1", "Ada@Example.org", Role.OWNER, Role.INTERVIEWER);
        accounts.add(added).block();
        assertThat(accounts.account("o1", added.id()).block()).isEqualTo(added);
        assertThat(accounts.byEmail("ada@example.ORG").block()).isEqualTo(added);
        assertThat(accounts.account("o2", added.id()).blockOptional()).isEmpty();
    }

    @Test
    default void anAddressBelongsToOneAccountWhateverItsCase() {
        Accounts accounts = accounts();
        accounts.add(account("o1", "ada@example.org", Role.OWNER)).block();
        StepVerifier.create(accounts.add(account("o2", "ADA@example.org", Role.OWNER)))
                .verifyErrorMatches(fault -> fault.getMessage().contains("email-taken"));
    }

    @Test
    default void ofManyAtTheSameTimeOneGetsTheAddress() {
        Accounts accounts = accounts();
        List<Boolean> taken = Flux.range(0, 20)
                .flatMap(i -> accounts.add(account("o1", "ada@example.org", Role.OWNER))
                        .map(added -> true)
                        .onErrorReturn(false))
                .collectList()
                .block();
        assertThat(taken).hasSize(20).containsOnlyOnce(true);
    }

    @Test
    default void aPasswordIsChangedOnlyFromTheVersionThatIsKnown() {
        Accounts accounts = accounts();
        Account known =
                accounts.add(account("o1", "ada@example.org", Role.OWNER)).block();
        Account changed = accounts.changePassword(known, "other", false).block();
        assertThat(changed.credentialVersion()).isEqualTo(2);
        assertThat(changed.passwordHash()).isEqualTo("other");
        assertThat(changed.mustChangePassword()).isFalse();
        assertThat(accounts.changePassword(known, "third", false).blockOptional())
                .isEmpty();
        assertThat(accounts.account("o1", known.id()).block()).isEqualTo(changed);
    }

    @Test
    default void pagesGoThroughAnOrganizationNewestFirst() {
        Accounts accounts = accounts();
        List<Account> added = Flux.range(0, 5)
                .concatMap(i -> accounts.add(account("o1", i + "@example.org", Role.RECRUITER)))
                .collectList()
                .block();
        accounts.add(account("o2", "other@example.org", Role.OWNER)).block();
        assertThat(accounts.page("o1", Paging.of(null, 2)).block())
                .containsExactly(added.get(4), added.get(3), added.get(2));
        Paging after = new Paging(Optional.of(added.get(3).id()), 50);
        assertThat(accounts.page("o1", after).block()).containsExactly(added.get(2), added.get(1), added.get(0));
    }

    @Test
    default void theFirstOwnerIsTheOneMadeFirst() {
        Accounts accounts = accounts();
        accounts.add(account("o1", "r@example.org", Role.RECRUITER)).block();
        Account first = accounts.add(account("o1", "a@example.org", Role.OWNER)).block();
        accounts.add(account("o1", "b@example.org", Role.OWNER)).block();
        assertThat(accounts.firstOwner("o1").block()).isEqualTo(first);
        assertThat(accounts.firstOwner("o2").blockOptional()).isEmpty();
    }
}

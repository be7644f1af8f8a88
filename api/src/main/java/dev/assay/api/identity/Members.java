package dev.assay.api.identity;

import dev.assay.api.access.Role;
import dev.assay.api.rest.Ids;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Adds people to an organization. */
@Service
public class Members {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Clock clock;

    /** @param password shown once; its owner must change it */
    public record Added(Account account, String password) {
        @Override
        public String toString() {
            return "Added[" + account.id() + "]";
        }
    }

    Members(Accounts accounts, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    public Mono<Added> add(String organizationId, String name, String email, Set<Role> roles) {
        String password = passwords.generate();
        return passwords
                .hash(password)
                .map(hash -> new Account(
                        Ids.next(), organizationId, name.strip(), email.strip(), hash, 1, true, roles, clock.instant()))
                .flatMap(accounts::add)
                .map(account -> new Added(account, password));
    }

    /** A new password for the first owner; empty when there is none. */
    public Mono<Added> resetOwner(String organizationId) {
        String password = passwords.generate();
        return accounts.firstOwner(organizationId)
                .flatMap(owner -> passwords.hash(password).flatMap(hash -> accounts.changePassword(owner, hash, true)))
                .map(owner -> new Added(owner, password));
    }
}

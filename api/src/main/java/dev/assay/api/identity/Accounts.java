package dev.assay.api.identity;

import dev.assay.api.rest.Paging;
import java.util.List;
import reactor.core.publisher.Mono;

/** Accounts; an e-mail address, in whatever case, belongs to one account in the whole installation. */
public interface Accounts {

    /** Refuses with {@code email-taken}. */
    Mono<Account> add(Account account);

    Mono<Account> account(String organizationId, String id);

    Mono<Account> byEmail(String email);

    Mono<List<Account>> page(String organizationId, Paging paging);

    /** The first owner that was made. */
    Mono<Account> firstOwner(String organizationId);

    /** Empty when the password was changed meanwhile: {@code known} is not the stored one any more. */
    Mono<Account> changePassword(Account known, String passwordHash, boolean mustChange);
}

package dev.assay.api.identity;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.access.StaffDirectory;
import dev.assay.api.access.Tokens;
import dev.assay.api.access.Tokens.Token;
import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** From e-mail and password to a token; and from a token to the member, at every request. */
@Service
public class SignIn implements StaffDirectory {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Throttle perAccountAndAddress;
    private final Throttle perAddress;

    public record SignedIn(Token token, Account account) {}

    SignIn(Accounts accounts, Passwords passwords, Tokens tokens, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tokens = tokens;
        this.perAccountAndAddress = new Throttle(clock, 10, WINDOW);
        this.perAddress = new Throttle(clock, 100, WINDOW);
    }

    /** @param address from which the attempt comes */
    public Mono<SignedIn> signIn(String email, String password, String address) {
        String pair = email.strip().toLowerCase(Locale.ROOT) + " " + address;
        return Mono.fromRunnable(() -> {
                    perAddress.attempt(address);
                    perAccountAndAddress.attempt(pair);
                })
                .then(Mono.defer(() -> accounts.byEmail(email)))
                .filterWhen(account -> passwords.matches(password, account))
                .switchIfEmpty(Mono.defer(() -> refuse(email, password)))
                .doOnNext(account -> perAccountAndAddress.forgive(pair))
                .map(this::signedIn);
    }

    private Mono<Account> refuse(String email, String password) {
        ProblemException failed = ProblemType.SIGN_IN_FAILED.because(
                "The e-mail address or the password is wrong. Check both, and try again.");
        return accounts.byEmail(email)
                .hasElement()
                .flatMap(known -> known ? Mono.just(false) : passwords.matchesNobody(password))
                .then(Mono.error(failed));
    }

    public Mono<SignedIn> changePassword(CurrentMember member, String current, String wanted) {
        Passwords.requireGood("newPassword", wanted);
        if (current.equals(wanted)) {
            throw ProblemType.INVALID.at("newPassword", "must be another than the current password");
        }
        String key = "change " + member.id();
        return Mono.fromRunnable(() -> perAccountAndAddress.attempt(key))
                .then(Mono.defer(() -> accounts.account(member.organizationId(), member.id())))
                .filterWhen(account -> passwords.matches(current, account))
                .switchIfEmpty(
                        Mono.error(() -> ProblemType.INVALID.at("currentPassword", "is not your current password")))
                .doOnNext(account -> perAccountAndAddress.forgive(key))
                .flatMap(account -> replace(account, wanted))
                .map(this::signedIn);
    }

    private Mono<Account> replace(Account account, String wanted) {
        return passwords
                .hash(wanted)
                .flatMap(hash -> accounts.changePassword(account, hash, false))
                .switchIfEmpty(Mono.error(() -> ProblemType.SIGN_IN_REQUIRED.because(
                        "The password was changed at the same time elsewhere. Sign in again.")));
    }

    @Override
    public Mono<CurrentMember> member(String organizationId, String memberId, long credentialVersion) {
        return accounts.account(organizationId, memberId)
                .filter(account -> account.credentialVersion() == credentialVersion)
                .map(Account::asCaller);
    }

    private SignedIn signedIn(Account account) {
        return new SignedIn(
                tokens.forMember(account.organizationId(), account.id(), account.credentialVersion()), account);
    }
}

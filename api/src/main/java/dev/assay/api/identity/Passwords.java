package dev.assay.api.identity;

import dev.assay.api.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Makes and compares hashes of passwords, on threads of its own: one takes a tenth of a second of a processor. */
@Component
public class Passwords implements DisposableBean {

    public static final int FEWEST_CHARACTERS = 12;

    /** bcrypt looks at no more. */
    private static final int MOST_BYTES = 72;

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder()));
    private final Scheduler threads = Schedulers.newBoundedElastic(2, 64, "passwords", 60, true);
    private final SecureRandom random = new SecureRandom();

    /** Compared with when nobody has the address, so that the time does not tell who has an account. */
    private final Mono<String> nobodysHash = Mono.defer(() -> hash(generate())).cache();

    public Mono<String> hash(String password) {
        return run(() -> String.valueOf(encoder.encode(password)));
    }

    public Mono<Boolean> matches(String password, Account account) {
        return run(() -> encoder.matches(password, account.passwordHash()));
    }

    /** Always false, after the time of a comparison. */
    public Mono<Boolean> matchesNobody(String password) {
        return nobodysHash
                .flatMap(hash -> run(() -> encoder.matches(password, hash)))
                .map(ignored -> false);
    }

    /** A password for somebody else to change: easy to read out and to type. */
    public String generate() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    public static void requireGood(String field, String password) {
        if (password.codePointCount(0, password.length()) < FEWEST_CHARACTERS) {
            throw ProblemType.INVALID.at(field, "must have at least " + FEWEST_CHARACTERS + " characters");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw ProblemType.INVALID.at(field, "must have at most " + MOST_BYTES + " bytes");
        }
    }

    @Override
    public void destroy() {
        threads.dispose();
    }

    private <T> Mono<T> run(Supplier<T> work) {
        return Mono.fromSupplier(work)
                .subscribeOn(threads)
                .onErrorMap(
                        RejectedExecutionException.class,
                        full -> ProblemType.TOO_MANY_REQUESTS
                                .because("Too many sign-ins are waiting. Try again in a few seconds.")
                                .with("retryAfterSeconds", 5));
    }
}

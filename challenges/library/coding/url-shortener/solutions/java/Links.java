import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** All links, by code. Who puts a code first has it. */
final class Links {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int CODE_LENGTH = 7;

    private final ConcurrentMap<String, Link> byCode = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    Optional<Link> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The new link, or nothing when the alias is taken. */
    Optional<Link> addWithAlias(String alias, String url, Instant expiresAt) {
        Link link = new Link(alias, url, expiresAt);
        return byCode.putIfAbsent(alias, link) == null ? Optional.of(link) : Optional.empty();
    }

    Link add(String url, Instant expiresAt) {
        while (true) {
            Optional<Link> added = addWithAlias(randomCode(), url, expiresAt);
            if (added.isPresent()) {
                return added.get();
            }
        }
    }

    private String randomCode() {
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}

package links;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** All links, by code. Who puts a code first has it. */
@Service
class Links {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final ConcurrentMap<String, Link> byCode = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final int codeLength;

    Links(@Value("${links.code-length}") int codeLength) {
        this.codeLength = codeLength;
    }

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
        return random.ints(codeLength, 0, ALPHABET.length())
                .collect(StringBuilder::new, (code, i) -> code.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }
}

package links;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** What a client asks for; {@code alias} and {@code expiresAt} are null when it left them out. */
record LinkRequest(
        @NotNull(message = "The field url is missing.")
        @Size(max = 2048, message = "The url has more than 2048 characters.")
        @Pattern(
                regexp = "(?i)https?://[\\x21-\\x7e&&[^/?#]][\\x21-\\x7e]*",
                message = "The url must begin with http:// or https:// and a host, and have visible ASCII characters only.")
        String url,

        @Pattern(
                regexp = "(?!links$)[A-Za-z0-9_-]{3,32}",
                message = "An alias has 3 to 32 of the characters A-Z, a-z, 0-9, _ and -, and is not links.")
        String alias,

        String expiresAt) {

    Instant end() {
        return expiresAt == null ? null : Instant.parse(expiresAt);
    }
}

package dev.assay.api.testing;

import dev.assay.api.access.Tokens;
import java.time.Duration;

/** Bearer header values for tests. */
public record TestTokens(Tokens tokens, MutableClock clock) {

    public String candidate(String organizationId, String attemptId) {
        return "Bearer "
                + tokens.forCandidate(organizationId, attemptId, clock.instant().plus(Duration.ofHours(12)))
                        .value();
    }
}

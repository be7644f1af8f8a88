package dev.assay.api.attempt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How long an attempt lasts. The multiplier applies to the base alone, so that a grant is worth what it says.
 *
 * @param baseMinutes what the assessment gives everyone
 * @param multiplier what this candidate was given more of it; 1.0 to 3.0
 * @param grants time added later, each with its reason
 */
public record AttemptClock(int baseMinutes, double multiplier, List<Grant> grants) {

    /** @param reason shown to the candidate and the company */
    public record Grant(long seconds, String reason, Instant at) {
        public Grant {
            if (seconds < 1) {
                throw new IllegalArgumentException("A grant adds at least one second, not " + seconds);
            }
        }
    }

    public AttemptClock {
        if (baseMinutes < 1) {
            throw new IllegalArgumentException("An attempt lasts at least one minute, not " + baseMinutes);
        }
        if (!(multiplier >= 1.0 && multiplier <= 3.0)) {
            throw new IllegalArgumentException("The time multiplier is " + multiplier + "; allowed is 1.0 to 3.0");
        }
        grants = List.copyOf(grants);
    }

    public static AttemptClock of(int baseMinutes, double multiplier) {
        return new AttemptClock(baseMinutes, multiplier, List.of());
    }

    /** Base times multiplier, rounded up: what is shown before the start is what is given. */
    public int minutes() {
        return BigDecimal.valueOf(multiplier)
                .multiply(BigDecimal.valueOf(baseMinutes))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    public Duration allowance() {
        long granted = grants.stream().mapToLong(Grant::seconds).sum();
        return Duration.ofMinutes(minutes()).plusSeconds(granted);
    }

    public AttemptClock with(Grant grant) {
        List<Grant> more = new ArrayList<>(grants);
        more.add(grant);
        return new AttemptClock(baseMinutes, multiplier, more);
    }
}

package dev.assay.runner.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private static final Duration COOL_DOWN = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(12);

    private final Moving clock = new Moving();
    private final CircuitBreaker breaker = new CircuitBreaker(3, COOL_DOWN, LONGEST, clock);

    @Test
    void opensAfterSoManyFaultsInARowAndNotBefore() {
        fail();
        fail();
        breaker.succeeded(breaker.admit().orElseThrow());
        fail();
        fail();
        breaker.undecided(breaker.admit().orElseThrow());
        assertThat(breaker.admit()).isPresent();
        assertThat(breaker.openBecause()).isEmpty();

        fail();

        assertThat(breaker.admit()).isEmpty();
        assertThat(breaker.admitOnTrial()).isEmpty();
        assertThat(breaker.coolingFor()).contains(COOL_DOWN);
        assertThat(breaker.openBecause())
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("in 5 s").contains("broken pipe"));
    }

    @Test
    void letsOneThroughAfterTheCoolDownAndAllWhenThatGoesWell() {
        open();
        clock.now = clock.now.plus(COOL_DOWN);

        assertThat(breaker.admit()).as("not just any").isEmpty();
        CircuitBreaker.Permit trial = breaker.admitOnTrial().orElseThrow();
        assertThat(breaker.admitOnTrial()).as("a second on trial").isEmpty();
        assertThat(breaker.coolingFor()).isEmpty();
        assertThat(breaker.openBecause())
                .hasValueSatisfying(reason -> assertThat(reason).contains("tried now"));

        breaker.succeeded(trial);

        assertThat(breaker.isClosed()).isTrue();
        fail();
        fail();
        assertThat(breaker.admit()).as("counting began anew").isPresent();
    }

    @Test
    void waitsTwiceAsLongAfterEachTrialThatFailsUpToABound() {
        open();
        for (Duration next : new Duration[] {Duration.ofSeconds(10), LONGEST, LONGEST}) {
            clock.now = clock.now.plus(breaker.coolingFor().orElseThrow());
            breaker.failed(breaker.admitOnTrial().orElseThrow(), "still broken");
            assertThat(breaker.coolingFor()).contains(next);
        }

        clock.now = clock.now.plus(LONGEST);
        breaker.succeeded(breaker.admitOnTrial().orElseThrow());
        open();
        assertThat(breaker.coolingFor()).as("the next time").contains(COOL_DOWN);
    }

    @Test
    void waitsLongerWhenATrialWouldBeOfNoUse() {
        open();
        clock.now = clock.now.plus(COOL_DOWN);

        breaker.stillFaulty("no answer");

        assertThat(breaker.coolingFor()).contains(COOL_DOWN.multipliedBy(2));
        assertThat(breaker.openBecause())
                .hasValueSatisfying(reason -> assertThat(reason).contains("no answer"));
    }

    @Test
    void aTrialThatShowsNothingIsFollowedByAnother() {
        open();
        clock.now = clock.now.plus(COOL_DOWN);

        breaker.undecided(breaker.admitOnTrial().orElseThrow());

        assertThat(breaker.isClosed()).isFalse();
        assertThat(breaker.admitOnTrial()).isPresent();
    }

    @Test
    void whatBeganBeforeItOpenedTellsNothing() {
        CircuitBreaker.Permit early = breaker.admit().orElseThrow();
        CircuitBreaker.Permit late = breaker.admit().orElseThrow();
        open();

        breaker.succeeded(early);
        assertThat(breaker.isClosed()).isFalse();
        breaker.failed(late, "the same fault");
        assertThat(breaker.coolingFor()).contains(COOL_DOWN);

        clock.now = clock.now.plus(COOL_DOWN);
        CircuitBreaker.Permit trial = breaker.admitOnTrial().orElseThrow();
        breaker.failed(early, "the same fault");
        breaker.succeeded(trial);
        assertThat(breaker.isClosed()).isTrue();
    }

    private void open() {
        fail();
        fail();
        fail();
        assertThat(breaker.isClosed()).isFalse();
    }

    private void fail() {
        breaker.failed(breaker.admit().orElseThrow(), "broken pipe");
    }

    private static final class Moving extends Clock {

        private Instant now = Instant.parse("2026-03-02T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

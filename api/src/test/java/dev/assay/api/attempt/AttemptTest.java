package dev.assay.api.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant DEADLINE = NOW.plus(Duration.ofMinutes(90));

    @Test
    void openingStartsNoClock() {
        Attempt ready = ready();

        assertThat(ready.state()).isEqualTo(AttemptState.READY);
        assertThat(ready.at(NOW.plus(Duration.ofDays(1))).state()).isEqualTo(AttemptState.READY);
        assertProblem(ProblemType.ATTEMPT_NOT_STARTED, () -> ready.requireAccepting(NOW));
        assertProblem(ProblemType.ATTEMPT_NOT_STARTED, () -> ready.handIn(NOW));
    }

    @Test
    void startingTwiceKeepsTheFirstDeadline() {
        Attempt started = ready().start(NOW);

        assertThat(started.start(NOW.plusSeconds(60))).isSameAs(started);
        assertThat(started.deadline()).isEqualTo(DEADLINE);
    }

    @Test
    void aLinkThatEndedStartsNothing() {
        assertProblem(ProblemType.INVITATION_EXPIRED, () -> ready().start(NOW.plus(Duration.ofDays(14))));
    }

    @Test
    void takesEditsUpToTheDeadlineAndNotAtIt() {
        Attempt running = ready().start(NOW);

        assertThatCode(() -> running.requireAccepting(DEADLINE.minusMillis(1))).doesNotThrowAnyException();
        assertProblem(ProblemType.ATTEMPT_OVER, () -> running.requireAccepting(DEADLINE));
    }

    @Test
    void handingInListsEveryItemOnce() {
        Attempt finished = ready().start(NOW).handIn(NOW.plusSeconds(60));

        assertThat(finished.finishedHow()).isEqualTo(FinishedHow.HANDED_IN);
        assertThat(finished.finishedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(finished.toHandIn()).containsExactly("1", "2");
        assertThat(finished.handIn(NOW.plusSeconds(120))).isSameAs(finished);
        assertProblem(ProblemType.ATTEMPT_OVER, () -> finished.requireAccepting(NOW.plusSeconds(61)));
    }

    @Test
    void anItemIsHandedInOnce() {
        Attempt finished = ready().start(NOW).handIn(NOW);
        Attempt half = finished.handedIn("1");

        assertThat(half.toHandIn()).containsExactly("2");
        assertThat(half.handedIn("1")).isSameAs(half);
    }

    @Test
    void theClocksEndIsTheDeadlineHoweverLateItIsNoticed() {
        Attempt running = ready().start(NOW);
        Instant late = DEADLINE.plus(Duration.ofHours(5));

        assertThat(running.endIfTimeIsUp(DEADLINE.minusMillis(1))).isSameAs(running);
        assertThat(running.endIfTimeIsUp(late).finishedAt()).isEqualTo(DEADLINE);
        assertThat(running.handIn(late).finishedHow()).isEqualTo(FinishedHow.TIME_UP);
        assertThat(running.at(late).state()).isEqualTo(AttemptState.FINISHED);
    }

    @Test
    void aGrantMovesTheDeadlineOfARunningAttemptOnly() {
        Attempt running = ready().start(NOW);
        AttemptClock.Grant grant = new AttemptClock.Grant(300, "The judge was away", NOW.plusSeconds(10));

        assertThat(running.grant(grant).deadline()).isEqualTo(DEADLINE.plusSeconds(300));
        assertProblem(ProblemType.ATTEMPT_NOT_STARTED, () -> ready().grant(grant));
        assertProblem(ProblemType.ATTEMPT_OVER, () -> running.handIn(NOW).grant(grant));
    }

    @Test
    void everyChangeCountsAVersion() {
        Attempt running = ready().start(NOW);

        assertThat(running.version()).isEqualTo(ready().version() + 1);
        assertThat(running.handIn(NOW).version()).isEqualTo(running.version() + 1);
    }

    private static Attempt ready() {
        return Attempt.opened(
                "a",
                "o",
                "i",
                new Attempt.Names("Acme", "Backend", "Ada", "ada@example.org"),
                NOW.plus(Duration.ofDays(14)),
                AttemptClock.of(60, 1.5),
                List.of(
                        new AttemptItem("1", AttemptItem.Kind.CHALLENGE, "c", "v", "C", 60, List.of("java")),
                        new AttemptItem("2", AttemptItem.Kind.EXERCISE, "e", "v", "E", 30, List.of())));
    }

    private static void assertProblem(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}

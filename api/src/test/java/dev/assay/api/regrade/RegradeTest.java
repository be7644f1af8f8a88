package dev.assay.api.regrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.testing.TestJudgements;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RegradeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Judgement ACCEPTED = TestJudgements.accepted();

    private final Regrade begun = RegradesContract.regrade("org", "s1", "s2");

    @Test
    void isWholeWithTheLastJudgement() {
        Regrade half = begun.judged("s1", "j1", ACCEPTED);
        assertThat(half.state()).isEqualTo(Regrade.State.JUDGING);
        assertThat(half.next().orElseThrow().submissionId()).isEqualTo("s2");
        assertThat(half.judged("s2", "j2", ACCEPTED).state()).isEqualTo(Regrade.State.READY);
    }

    @Test
    void theFirstJudgementOfASubmissionStands() {
        Regrade once = begun.judged("s1", "j1", TestJudgements.partial());
        assertThat(once.judged("s1", "j2", ACCEPTED)).isSameAs(once);
        assertThat(once.judged("unknown", "j2", ACCEPTED)).isSameAs(once);
    }

    @Test
    void nothingCountsBeforeThePreviewIsWholeNorAfterItWasDiscarded() {
        assertThat(begun.applied(NOW)).isSameAs(begun);
        Regrade discarded = begun.discarded();
        assertThat(discarded.applied(NOW)).isSameAs(discarded);
        assertThat(discarded.judged("s1", "j1", ACCEPTED)).isSameAs(discarded);
        assertThat(discarded.next()).isEmpty();
    }

    @Test
    void isAppliedUndoneAndAppliedAgain() {
        Regrade ready = begun.judged("s1", "j1", ACCEPTED).judged("s2", "j2", ACCEPTED);
        Regrade applied = ready.applied(NOW);
        assertThat(applied.applied(NOW.plusSeconds(1))).isSameAs(applied);
        assertThat(applied.discarded()).isSameAs(applied);
        Regrade undone = applied.undone();
        assertThat(undone.state()).isEqualTo(Regrade.State.UNDONE);
        assertThat(undone.items()).isEqualTo(ready.items());
        assertThat(undone.applied(NOW.plusSeconds(1)).appliedAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void afterManyFaultsOfOursASubmissionIsLeftAsItIs() {
        Regrade faulty = begun;
        for (int i = 1; i < Regrade.MAX_FAULTS; i++) {
            faulty = faulty.faulted("s1", TestJudgements.fault());
            assertThat(faulty.next().orElseThrow().submissionId()).isEqualTo("s1");
        }
        faulty = faulty.faulted("s1", TestJudgements.fault());
        assertThat(faulty.item("s1").orElseThrow().left()).isEqualTo("The engine went away.");
        assertThat(faulty.next().orElseThrow().submissionId()).isEqualTo("s2");
        assertThat(begun.faulted("s1", TestJudgements.fault(SandboxFault.Kind.PACKAGE))
                        .item("s1")
                        .orElseThrow()
                        .left())
                .isNotNull();
    }
}

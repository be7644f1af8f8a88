package dev.assay.api.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.testing.TestJudgements;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubmissionTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Judgement FAULT = TestJudgements.fault();

    @Test
    void aJudgementCountsAndStays() {
        Submission judged = waiting().judged("j1", TestJudgements.accepted(), NOW);

        assertThat(judged.waits()).isFalse();
        assertThat(judged.judgement()).contains(TestJudgements.accepted());
        assertThat(judged.judged("j2", TestJudgements.partial(), NOW)).isSameAs(judged);
        assertThat(judged.postponed(NOW.plusSeconds(5))).isSameAs(judged);
    }

    @Test
    void aFaultOfOursIsTriedAgainLaterAndLater() {
        Submission once = waiting().judged("j1", FAULT, NOW);
        Submission twice = once.judged("j2", FAULT, NOW);

        assertThat(once.waits()).isTrue();
        assertThat(once.nextTryAt()).isEqualTo(NOW.plus(Duration.ofSeconds(5)));
        assertThat(twice.nextTryAt()).isEqualTo(NOW.plus(Duration.ofSeconds(30)));
    }

    @Test
    void theThirdFaultIsShown() {
        Submission shown =
                waiting().judged("j1", FAULT, NOW).judged("j2", FAULT, NOW).judged("j3", FAULT, NOW);

        assertThat(shown.judgement()).contains(FAULT);
        assertThat(shown.current()).isEqualTo("j3");
        assertThat(shown.judgements()).hasSize(3);
    }

    @Test
    void aFaultOfThePackageIsShownAtOnce() {
        Judgement broken = TestJudgements.fault(SandboxFault.Kind.PACKAGE);

        assertThat(waiting().judged("j1", broken, NOW).judgement()).contains(broken);
        assertThat(waiting()
                        .judged("j1", TestJudgements.fault(SandboxFault.Kind.SETTING), NOW)
                        .waits())
                .as("until the operator has corrected the setting")
                .isTrue();
    }

    @Test
    void aFaultIsForgivenWhenTheNextTrySucceeds() {
        Submission judged =
                waiting().judged("j1", FAULT, NOW).judged("j2", TestJudgements.accepted(), NOW.plusSeconds(6));

        assertThat(judged.judgement()).contains(TestJudgements.accepted());
        assertThat(judged.judgements()).hasSize(2);
    }

    @Test
    void waitingForTheEngineIsNoFault() {
        Submission postponed = waiting().postponed(NOW.plusSeconds(5)).postponed(NOW.plusSeconds(10));

        assertThat(postponed.judgements()).isEmpty();
        assertThat(postponed.nextTryAt()).isEqualTo(NOW.plusSeconds(10));
    }

    private static Submission waiting() {
        SourceFiles files = SourceFiles.of(Map.of("Main.java", "class Main {}"));
        return new Submission(
                "s",
                "o",
                "a",
                "1",
                Submission.Origin.CANDIDATE,
                Scope.ALL,
                "v",
                "java",
                files,
                files.contentHash(),
                1,
                "key",
                NOW,
                NOW,
                List.of(),
                null,
                1);
    }
}

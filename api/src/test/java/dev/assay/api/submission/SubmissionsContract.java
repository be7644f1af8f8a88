package dev.assay.api.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.testing.TestJudgements;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every store of submissions does. */
public interface SubmissionsContract {

    Instant NOW = Instant.parse("2026-03-02T09:00:00.123Z");

    Submissions submissions();

    @Test
    default void givesBackWhatWasStored() {
        Submission stored = create(candidates(Scope.ALL, 3));
        Submission judged = submissions()
                .change(stored.id(), submission -> submission.judged("j", TestJudgements.partial(), NOW))
                .block();

        assertThat(submissions().byId(stored.id()).block()).isEqualTo(judged);
        assertThat(submissions().byId("org", stored.attemptId(), stored.id()).block())
                .isEqualTo(judged);
        assertThat(submissions()
                        .byId("another", stored.attemptId(), stored.id())
                        .block())
                .isNull();
        assertThat(submissions().byId("org", "another", stored.id()).block()).isNull();
    }

    @Test
    default void aRepeatedKeyFindsTheFirst() {
        Submission first = create(candidates(Scope.ALL, 1));
        Submission again = of(first.attemptId(), Submission.Origin.CANDIDATE, Scope.ALL, 2, first.idempotencyKey());

        assertThat(create(again)).isEqualTo(first);
    }

    @Test
    default void oneOfAnItemAndScopeIsInFlight() {
        Submission first = create(candidates(Scope.ALL, 1));
        Submission second = of(first.attemptId(), Submission.Origin.CANDIDATE, Scope.ALL, 2, "other");

        assertThatThrownBy(() -> create(second))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.JUDGING_IN_PROGRESS));
        create(of(first.attemptId(), Submission.Origin.CANDIDATE, Scope.VISIBLE, 2, "run"));
        create(of(first.attemptId(), Submission.Origin.HAND_IN, Scope.ALL, 3, "hand-in"));
        submissions()
                .change(first.id(), submission -> submission.judged("j", TestJudgements.accepted(), NOW))
                .block();
        assertThat(create(second)).isEqualTo(second);
    }

    @Test
    default void theLatestRevisionCounts() {
        Submission handIn = create(candidates(Scope.ALL, 9));
        create(of(handIn.attemptId(), Submission.Origin.HAND_IN, Scope.ALL, 4, "slow"));
        create(of(handIn.attemptId(), Submission.Origin.CANDIDATE, Scope.VISIBLE, 10, "run"));

        assertThat(submissions().lastOf("org", handIn.attemptId(), "1").block()).isEqualTo(handIn);
        assertThat(submissions().lastOf("another", handIn.attemptId(), "1").block())
                .isNull();
        assertThat(counting("org", handIn.attemptId())).containsExactly(new Submissions.Counting(handIn, 2));
        assertThat(counting("another", handIn.attemptId())).isEmpty();
    }

    @Test
    default void theLatestOfAnItemAreListedAndNoMore() {
        Submission first = create(of("listed", Submission.Origin.CANDIDATE, Scope.VISIBLE, 1, "one"));
        Submission second = create(of("listed", Submission.Origin.CANDIDATE, Scope.ALL, 2, "two"));
        Submission third = create(of("listed", Submission.Origin.HAND_IN, Scope.ALL, 3, "three"));

        assertThat(submissions().ofItem("org", "listed", "1", 3).collectList().block())
                .containsExactly(first, second, third);
        assertThat(submissions().ofItem("org", "listed", "1", 2).collectList().block())
                .containsExactly(second, third);
    }

    private @Nullable List<Submissions.Counting> counting(String organizationId, String attemptId) {
        return submissions()
                .countingOf(organizationId, List.of(attemptId))
                .collectList()
                .block();
    }

    @Test
    default void findsWhatWaits() {
        Submission due = create(candidates(Scope.ALL, 1));
        Submission later = create(candidates(Scope.ALL, 1));
        Submission judged = create(candidates(Scope.ALL, 1));
        submissions()
                .change(later.id(), submission -> submission.postponed(NOW.plusSeconds(5)))
                .block();
        submissions()
                .change(judged.id(), submission -> submission.judged("j", TestJudgements.accepted(), NOW))
                .block();

        assertThat(submissions().waiting(NOW, 1000).collectList().block())
                .contains(due.id())
                .doesNotContain(later.id(), judged.id());
        assertThat(submissions().waiting(NOW.plusSeconds(5), 1000).collectList().block())
                .contains(due.id(), later.id());
    }

    @Test
    default void ofManyJudgementsAtOnceOneCounts() {
        Submission stored = create(candidates(Scope.ALL, 1));

        Flux.range(0, 10)
                .flatMap(
                        i -> submissions()
                                .change(
                                        stored.id(),
                                        submission -> submission.judged("j" + i, TestJudgements.accepted(), NOW)),
                        10)
                .blockLast();

        assertThat(submissions().byId(stored.id()).block().judgements()).hasSize(1);
    }

    private Submission create(Submission submission) {
        return submissions().create(submission).block();
    }

    private static Submission candidates(Scope scope, long revision) {
        return of(UUID.randomUUID().toString(), Submission.Origin.CANDIDATE, scope, revision, "key");
    }

    private static Submission of(
            String attemptId, Submission.Origin origin, Scope scope, long revision, String idempotencyKey) {
        SourceFiles files = SourceFiles.of(Map.of("a.b/Main.java", "class Main {}", "README.md", "$where"));
        return new Submission(
                UUID.randomUUID().toString(),
                "org",
                attemptId,
                "1",
                origin,
                scope,
                "version",
                "java",
                files,
                files.contentHash(),
                revision,
                idempotencyKey,
                NOW,
                NOW,
                List.of(),
                null,
                1);
    }
}

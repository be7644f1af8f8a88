package dev.assay.api.regrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.rest.Ids;
import dev.assay.api.rest.Paging;
import dev.assay.api.testing.TestJudgements;
import dev.assay.runner.judging.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every store of regrades does. */
public interface RegradesContract {

    Instant NOW = Instant.parse("2026-03-02T09:00:00.123Z");

    Regrades regrades();

    @Test
    default void givesBackWhatWasStored() {
        Regrade begun = add(regrade("org", "s1", "s2"));
        Regrade changed = regrades()
                .change("org", begun.id(), one -> one.judged("s1", "j1", TestJudgements.accepted()))
                .block();

        assertThat(regrades().byId("org", begun.id()).block()).isEqualTo(changed);
        assertThat(changed.item("s1").orElseThrow().after()).isEqualTo(new Regrade.Outcome(Verdict.ACCEPTED, 100));
        assertThat(regrades().byId("another", begun.id()).block()).isNull();
        assertThat(regrades().change("another", begun.id(), Regrade::discarded).block())
                .isNull();
    }

    @Test
    default void listsNewestFirstWithoutTheDiscarded() {
        Regrade older = add(regrade("org", "s1"));
        Regrade newer = add(regrade("org", "s1"));
        Regrade discarded = add(regrade("org", "s1"));
        add(regrade("another", "s1"));
        regrades().change("org", discarded.id(), Regrade::discarded).block();

        assertThat(regrades().page("org", Paging.of(null, null)).block())
                .extracting(Regrade::id)
                .containsExactly(newer.id(), older.id());
        assertThat(regrades().judging().map(Regrade::id).collectList().block())
                .contains(older.id(), newer.id())
                .doesNotContain(discarded.id());
    }

    @Test
    default void whatCountsComesInTheOrderInWhichItBeganToCount() {
        Regrade first = judged("org", "s1", "s2");
        Regrade second = judged("org", "s2", "s3");
        Regrade undone = judged("org", "s2");
        Regrade foreign = judged("another", "s2");
        regrades().change("org", second.id(), one -> one.applied(NOW)).block();
        regrades()
                .change("org", first.id(), one -> one.applied(NOW.plus(Duration.ofSeconds(1))))
                .block();
        regrades().change("org", undone.id(), one -> one.applied(NOW).undone()).block();
        regrades().change("another", foreign.id(), one -> one.applied(NOW)).block();

        assertThat(applied("s2")).containsExactly(second.id(), first.id());
        assertThat(applied("s1", "s4")).containsExactly(first.id());
        assertThat(applied("s4")).isEmpty();
    }

    @Test
    default void ofManyJudgementsAtOnceNoneIsLost() {
        String[] submissions = {"s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"};
        Regrade begun = add(regrade("org", submissions));

        Flux.fromArray(submissions)
                .flatMap(
                        id -> regrades()
                                .change("org", begun.id(), one -> one.judged(id, "j" + id, TestJudgements.partial())),
                        8)
                .blockLast();

        assertThat(regrades().byId("org", begun.id()).block().state()).isEqualTo(Regrade.State.READY);
    }

    @Test
    default void aJudgementIsKeptOnceForItsOrganization() {
        Regrades.Kept kept =
                new Regrades.Kept(UUID.randomUUID().toString(), "org", "s1", NOW, TestJudgements.partial());
        regrades().keep(kept).block();
        regrades().keep(kept).block();

        List<String> ids = List.of(kept.judgementId(), "unknown");
        assertThat(regrades().judgements("org", ids).collectList().block()).containsExactly(kept);
        assertThat(regrades().judgements("another", ids).collectList().block()).isEmpty();
    }

    private List<String> applied(String... submissionIds) {
        return regrades()
                .applied("org", List.of(submissionIds))
                .map(Regrade::id)
                .collectList()
                .block();
    }

    private Regrade judged(String organizationId, String... submissionIds) {
        Regrade begun = add(regrade(organizationId, submissionIds));
        return regrades()
                .change(organizationId, begun.id(), one -> {
                    Regrade whole = one;
                    for (String id : submissionIds) {
                        whole = whole.judged(id, "j", TestJudgements.accepted());
                    }
                    return whole;
                })
                .block();
    }

    private Regrade add(Regrade regrade) {
        return regrades().add(regrade).block();
    }

    static Regrade regrade(String organizationId, String... submissionIds) {
        return new Regrade(
                Ids.next(),
                organizationId,
                "echo",
                "Echo",
                "version-2",
                "Ada",
                NOW,
                Regrade.State.JUDGING,
                null,
                Arrays.stream(submissionIds).map(RegradesContract::item).toList(),
                1);
    }

    private static Regrade.Item item(String submissionId) {
        return new Regrade.Item(
                submissionId,
                "attempt",
                "1",
                "Ada Lovelace",
                "version-1",
                "python",
                new Regrade.Outcome(Verdict.PARTIAL, 50),
                null,
                null,
                null,
                0);
    }
}

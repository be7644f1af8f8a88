package dev.assay.api.assessment.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.assessment.Assessment;
import dev.assay.api.assessment.Assessments;
import dev.assay.api.catalog.CatalogEntry;
import dev.assay.api.catalog.PackageKind;
import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Ids;
import dev.assay.api.rest.Paging;
import dev.assay.challenge.Level;
import dev.assay.challenge.Track;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What every store of assessments does. */
interface AssessmentsContract {

    /** An empty one. */
    Assessments assessments();

    private static Assessment assessment() {
        CatalogEntry entry = new CatalogEntry(
                PackageKind.CHALLENGE,
                "url-shortener",
                "T",
                List.of("http"),
                Track.DEVELOPER,
                Level.MID,
                45,
                List.of("java", "python"),
                "v1");
        return new Assessment(
                Ids.next(), "T", "R", Level.SENIOR, 90, List.of(entry), Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static IdempotencyKey.Used key(String value, String body) {
        return new IdempotencyKey(value).usedFor("scope", body);
    }

    @Test
    default void readsBackWhatWasAddedOnlyWithinTheOrganization() {
        Assessments assessments = assessments();
        Assessment added = assessment();
        assessments.add("o1", added, key("k", "b")).block();
        assertThat(assessments.assessment("o1", added.id()).block()).isEqualTo(added);
        assertThat(assessments.assessment("o2", added.id()).blockOptional()).isEmpty();
        assertThat(assessments.page("o2", Paging.of(null, null)).block()).isEmpty();
        assertThat(assessments.page("o1", Paging.of(null, null)).block()).containsExactly(added);
    }

    @Test
    default void theSameKeyGivesTheSameAssessment() {
        Assessments assessments = assessments();
        Assessment first = assessments.add("o1", assessment(), key("k", "b")).block();
        assertThat(assessments.add("o1", assessment(), key("k", "b")).block()).isEqualTo(first);
        StepVerifier.create(assessments.add("o1", assessment(), key("k", "another body")))
                .verifyErrorMatches(fault -> fault.getMessage().contains("idempotency-mismatch"));
    }

    @Test
    default void ofManyWithOneKeyOneIsMade() {
        Assessments assessments = assessments();
        List<String> ids = Flux.range(0, 20)
                .flatMap(i -> assessments.add("o1", assessment(), key("k", "b")))
                .map(Assessment::id)
                .distinct()
                .collectList()
                .block();
        assertThat(ids).hasSize(1);
        assertThat(assessments.page("o1", Paging.of(null, null)).block()).hasSize(1);
    }
}

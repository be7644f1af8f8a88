package dev.assay.api.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.api.catalog.CatalogEntry;
import dev.assay.api.catalog.PackageKind;
import dev.assay.api.problem.ProblemException;
import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Ids;
import dev.assay.api.rest.Paging;
import dev.assay.challenge.Level;
import dev.assay.challenge.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every store of uploads does. */
public interface UploadsContract {

    Instant NOW = Instant.parse("2026-03-02T09:00:00.123Z");

    Uploads uploads();

    @Test
    default void givesBackWhatWasStored() {
        byte[] archive = new byte[8 * 1024 * 1024];
        new Random(1).nextBytes(archive);
        Upload upload = upload("org");
        uploads().add(upload, archive, key(upload.id(), archive)).block();
        Upload checked = uploads()
                .change(upload.id(), one -> one.checking().checked(TestChecks.findings(false)))
                .block();

        assertThat(checked.state()).isEqualTo(Upload.State.FAILED);
        assertThat(uploads().byId("org", upload.id()).block()).isEqualTo(checked);
        assertThat(uploads().byId(upload.id()).block()).isEqualTo(checked);
        assertThat(uploads().archive("org", upload.id()).block()).isEqualTo(archive);
        assertThat(uploads().byId("another", upload.id()).block()).isNull();
        assertThat(uploads().archive("another", upload.id()).block()).isNull();
    }

    @Test
    default void aKeyIsOneUploadAndOneArchiveOnly() {
        Upload first = upload("org");
        Upload repeated = upload("org");
        uploads().add(first, new byte[] {1}, key("k", new byte[] {1})).block();

        assertThat(uploads()
                        .add(repeated, new byte[] {1}, key("k", new byte[] {1}))
                        .block())
                .isEqualTo(first);
        assertThat(uploads().archive("org", repeated.id()).block()).isNull();
        assertThatThrownBy(() -> uploads()
                        .add(repeated, new byte[] {2}, key("k", new byte[] {2}))
                        .block())
                .isInstanceOf(ProblemException.class);
    }

    @Test
    default void ofManyAtOnceWithOneKeyOneIsStored() {
        List<Upload> stored = Flux.range(0, 8)
                .flatMap(i -> uploads().add(upload("org"), new byte[] {1}, key("same", new byte[] {1})), 8)
                .collectList()
                .block();

        assertThat(stored).hasSize(8);
        assertThat(stored.stream().map(Upload::id).distinct()).hasSize(1);
        assertThat(uploads().archive("org", stored.getFirst().id()).block()).isNotNull();
    }

    @Test
    default void listsAndCountsWhatIsNotPublishedNewestFirst() {
        Upload older = add(upload("org"));
        Upload newer = add(upload("org"));
        Upload newest = add(upload("org"));
        add(upload("another"));
        uploads()
                .change(
                        older.id(),
                        one -> one.checked(TestChecks.findings(true)).published())
                .block();

        assertThat(uploads().unpublished("org", Paging.of(null, null)).block())
                .extracting(Upload::id)
                .containsExactly(newest.id(), newer.id());
        assertThat(uploads().unpublished("org", Paging.of(null, 1)).block()).hasSize(2);
        assertThat(uploads().countUnpublished("org").block()).isEqualTo(2);
    }

    @Test
    default void givesWhatWaitsWhenItsTimeHasCome() {
        Upload late = add(upload("org"));
        Upload cutOff = add(upload("org"));
        Upload ready = add(upload("org"));
        uploads().change(late.id(), one -> one.faulted("x", NOW)).block();
        uploads().change(cutOff.id(), Upload::checking).block();
        uploads()
                .change(ready.id(), one -> one.checked(TestChecks.findings(true)))
                .block();

        assertThat(uploads().waiting(NOW, 10).collectList().block()).containsExactly(cutOff.id());
        assertThat(uploads()
                        .waiting(NOW.plus(Duration.ofMinutes(1)), 10)
                        .collectList()
                        .block())
                .containsExactly(cutOff.id(), late.id());
        assertThat(uploads()
                        .waiting(NOW.plus(Duration.ofMinutes(1)), 1)
                        .collectList()
                        .block())
                .hasSize(1);
    }

    @Test
    default void whatIsPublishedStaysAndTheRestCanGo() {
        Upload published = add(upload("org"));
        Upload unwanted = add(upload("org"));
        uploads()
                .change(
                        published.id(),
                        one -> one.checked(TestChecks.findings(true)).published())
                .block();

        assertThat(uploads().remove("org", published.id()).block()).isFalse();
        assertThat(uploads().remove("another", unwanted.id()).block()).isFalse();
        assertThat(uploads().archive("org", unwanted.id()).block()).isNotNull();
        assertThat(uploads().remove("org", unwanted.id()).block()).isTrue();
        assertThat(uploads().byId(unwanted.id()).block()).isNull();
        assertThat(uploads().archive("org", unwanted.id()).block()).isNull();
        assertThat(uploads().change(unwanted.id(), Upload::checking).block()).isNull();
    }

    @Test
    default void ofManyFaultsAtOnceEachCounts() {
        Upload upload = add(upload("org"));
        Flux.range(0, Upload.MAX_FAULTS)
                .flatMap(i -> uploads().change(upload.id(), one -> one.faulted("x", NOW)), 8)
                .blockLast();

        assertThat(uploads().byId(upload.id()).block().state()).isEqualTo(Upload.State.FAILED);
    }

    private Upload add(Upload upload) {
        return uploads()
                .add(upload, new byte[] {1}, key(upload.id(), new byte[] {1}))
                .block();
    }

    private static Upload upload(String organizationId) {
        return Upload.received(Ids.next(), organizationId, "Ada", "notes.zip", entry("v-" + UUID.randomUUID()), NOW);
    }

    static CatalogEntry entry(String version) {
        return new CatalogEntry(
                PackageKind.CHALLENGE,
                "notes",
                "Notes",
                List.of("http"),
                Track.DEVELOPER,
                Level.MID,
                30,
                List.of("java", "python"),
                version);
    }

    private static IdempotencyKey.Used key(String value, byte[] archive) {
        return IdempotencyKey.of(value).usedFor("upload org", archive);
    }
}

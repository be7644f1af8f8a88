package dev.assay.api.challenge;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.catalog.Catalog;
import dev.assay.api.catalog.CatalogEntry;
import dev.assay.api.catalog.PackageKind;
import dev.assay.api.catalog.PackageVersions;
import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Ids;
import dev.assay.challenge.Challenge;
import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes packages in, and publishes those that were found good. */
@Service
public class Uploading {

    /** So that nobody fills the disk with what is never published. */
    static final int MOST_UNPUBLISHED = 30;

    private final Uploads uploads;
    private final OwnChallenges challenges;
    private final Catalog catalog;
    private final PackageVersions versions;
    private final Clock clock;

    Uploading(Uploads uploads, OwnChallenges challenges, Catalog catalog, PackageVersions versions, Clock clock) {
        this.uploads = uploads;
        this.challenges = challenges;
        this.catalog = catalog;
        this.versions = versions;
        this.clock = clock;
    }

    /** Stores what can be read as a package; the check in the sandbox follows. */
    public Mono<Upload> receive(CurrentMember member, String fileName, byte[] archive, IdempotencyKey key) {
        String organizationId = member.organizationId();
        return UploadedPackage.read(fileName, archive)
                .map(CatalogEntry::of)
                .doOnNext(this::requireFree)
                .flatMap(entry -> requireNew(organizationId, entry))
                .flatMap(entry -> uploads.countUnpublished(organizationId).map(waiting -> requireRoom(waiting, entry)))
                .map(entry ->
                        Upload.received(Ids.next(), organizationId, member.name(), fileName, entry, clock.instant()))
                .flatMap(upload -> uploads.add(upload, archive, key.usedFor("upload " + organizationId, archive)));
    }

    /**
     * Makes it a version of the challenge, for this organization only. Each step does nothing the second time, so that one
     * that was cut off can be repeated. Empty when there is no such upload.
     */
    public Mono<Upload> publish(CurrentMember member, String uploadId) {
        return uploads.byId(member.organizationId(), uploadId).flatMap(upload -> switch (upload.state()) {
            case PUBLISHED -> Mono.just(upload);
            case READY -> publish(member, upload);
            case RECEIVED, CHECKING ->
                Mono.error(ProblemType.UPLOAD_NOT_READY.because(
                        "The package is still being checked. Publish it when that is done."));
            case FAILED ->
                Mono.error(ProblemType.UPLOAD_NOT_READY.because(
                        "The package does not keep what it promises. Correct it, and upload it again."));
        });
    }

    private Mono<Upload> publish(CurrentMember member, Upload upload) {
        requireFree(upload.entry());
        OwnChallenge.Version version =
                new OwnChallenge.Version(upload.entry(), upload.id(), member.name(), clock.instant());
        return challenge(upload)
                .flatMap(versions::keep)
                .then(Mono.defer(() -> challenges.publish(upload.organizationId(), version)))
                .then(Mono.defer(() -> uploads.change(upload.id(), Upload::published)));
    }

    Mono<Challenge> challenge(Upload upload) {
        return uploads.archive(upload.organizationId(), upload.id())
                .flatMap(archive -> UploadedPackage.read(upload.fileName(), archive));
    }

    private void requireFree(CatalogEntry entry) {
        if (catalog.isInLibrary(PackageKind.CHALLENGE, entry.id())) {
            throw ProblemType.CHALLENGE_ID_TAKEN.because("The library that everybody sees has a challenge with the id "
                    + entry.id() + ". Give the package's folder another name.");
        }
    }

    private Mono<CatalogEntry> requireNew(String organizationId, CatalogEntry entry) {
        return challenges
                .one(organizationId, entry.id())
                .filter(challenge -> challenge.version(entry.version()).isPresent())
                .flatMap(
                        same -> Mono.<CatalogEntry>error(ProblemType.PACKAGE_PUBLISHED.because("Exactly this package is"
                                + " published as a version of " + entry.id() + ". There is nothing to be done.")))
                .defaultIfEmpty(entry);
    }

    private static CatalogEntry requireRoom(long waiting, CatalogEntry entry) {
        if (waiting >= MOST_UNPUBLISHED) {
            throw tooMany();
        }
        return entry;
    }

    private static ProblemException tooMany() {
        return ProblemType.TOO_MANY_UPLOADS.because("Your organization has " + MOST_UNPUBLISHED
                + " uploads that are not published. Delete those that are not needed.");
    }
}

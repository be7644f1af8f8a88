package dev.assay.api.challenge.web;

import dev.assay.api.challenge.Findings;
import dev.assay.api.challenge.Upload;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An upload as the company sees it.
 *
 * @param challengeId the package's id
 * @param version the content hash
 * @param message why it waits, or why it could not be checked
 * @param findings once it was checked
 */
record UploadView(
        String id,
        String challengeId,
        String title,
        String version,
        String fileName,
        String uploadedBy,
        Instant createdAt,
        Upload.State state,
        @Nullable String message,
        @Nullable Findings findings) {

    /** @param unavailable why nothing can be checked now; null when it can */
    static UploadView of(Upload upload, @Nullable String unavailable) {
        return new UploadView(
                upload.id(),
                upload.entry().id(),
                upload.entry().title(),
                upload.entry().version(),
                upload.fileName(),
                upload.uploadedBy(),
                upload.createdAt(),
                upload.state(),
                upload.state() == Upload.State.RECEIVED ? unavailable : upload.failure(),
                upload.findings());
    }
}

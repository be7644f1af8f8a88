package dev.assay.api.submission.store;

import dev.assay.api.submission.Submission;
import dev.assay.api.submission.Submission.Judged;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.Scope;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * @param files as a list, because a path has dots, which a field name must not have
 * @param place unique: the item and scope while the candidate's submission waits, so that no second one can; else the
 *     submission's own
 */
@Document("submissions")
record SubmissionDocument(
        @Id String id,
        String organizationId,
        String attemptId,
        String itemId,
        Submission.Origin origin,
        Scope scope,
        String packageVersion,
        String environment,
        List<File> files,
        String contentHash,
        long revision,
        String idempotencyKey,
        Instant createdAt,
        Instant nextTryAt,
        List<Judged> judgements,
        @Nullable String current,
        boolean waits,
        String place,
        long version) {

    record File(String path, String text) {}

    static SubmissionDocument of(Submission submission) {
        return new SubmissionDocument(
                submission.id(),
                submission.organizationId(),
                submission.attemptId(),
                submission.itemId(),
                submission.origin(),
                submission.scope(),
                submission.packageVersion(),
                submission.environment(),
                submission.files().files().entrySet().stream()
                        .map(file -> new File(file.getKey(), file.getValue()))
                        .toList(),
                submission.contentHash(),
                submission.revision(),
                submission.idempotencyKey(),
                submission.createdAt(),
                submission.nextTryAt(),
                submission.judgements(),
                submission.current(),
                submission.waits(),
                place(submission),
                submission.version());
    }

    private static String place(Submission submission) {
        return submission.waits() && submission.origin() == Submission.Origin.CANDIDATE
                ? submission.attemptId() + "/" + submission.itemId() + "/" + submission.scope()
                : submission.id();
    }

    Submission submission() {
        TreeMap<String, String> tree = new TreeMap<>();
        files.forEach(file -> tree.put(file.path(), file.text()));
        return new Submission(
                id,
                organizationId,
                attemptId,
                itemId,
                origin,
                scope,
                packageVersion,
                environment,
                new SourceFiles(tree),
                contentHash,
                revision,
                idempotencyKey,
                createdAt,
                nextTryAt,
                judgements,
                current,
                version);
    }
}

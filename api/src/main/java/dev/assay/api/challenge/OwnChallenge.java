package dev.assay.api.challenge;

import dev.assay.api.catalog.CatalogEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A challenge that only one organization has, in all its versions.
 *
 * @param challengeId the package's id
 * @param versions oldest first; at least one. They are only ever added
 * @param version counts the writes
 */
public record OwnChallenge(String organizationId, String challengeId, List<Version> versions, long version) {
    public OwnChallenge {
        versions = List.copyOf(versions);
    }

    /** @param entry as it was offered from then on; names the content hash */
    public record Version(CatalogEntry entry, String uploadId, String publishedBy, Instant publishedAt) {}

    public static OwnChallenge first(String organizationId, Version version) {
        return new OwnChallenge(organizationId, version.entry().id(), List.of(version), 1);
    }

    public Version latest() {
        return versions.getLast();
    }

    public Optional<Version> version(String contentHash) {
        return versions.stream()
                .filter(one -> one.entry().version().equals(contentHash))
                .findFirst();
    }

    /** Stays as it is when the version is there already. */
    public OwnChallenge with(Version next) {
        if (version(next.entry().version()).isPresent()) {
            return this;
        }
        List<Version> more = new ArrayList<>(versions);
        more.add(next);
        return new OwnChallenge(organizationId, challengeId, more, version + 1);
    }
}

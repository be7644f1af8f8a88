package dev.assay.api.challenge.store;

import dev.assay.api.catalog.CatalogEntry;
import dev.assay.api.catalog.PackageKind;
import dev.assay.challenge.Level;
import dev.assay.challenge.Track;
import java.util.List;

/** A field named id would be taken for the document's own. */
record StoredEntry(
        String slug,
        String title,
        List<String> skills,
        Track track,
        Level level,
        int minutes,
        List<String> environments,
        String contentHash) {

    static StoredEntry of(CatalogEntry entry) {
        return new StoredEntry(
                entry.id(),
                entry.title(),
                entry.skills(),
                entry.track(),
                entry.level(),
                entry.minutes(),
                entry.environments(),
                entry.version());
    }

    CatalogEntry value() {
        return new CatalogEntry(
                PackageKind.CHALLENGE, slug, title, skills, track, level, minutes, environments, contentHash);
    }
}

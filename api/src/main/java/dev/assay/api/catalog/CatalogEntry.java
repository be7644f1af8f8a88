package dev.assay.api.catalog;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import dev.assay.challenge.Level;
import dev.assay.challenge.Track;
import java.util.List;

/**
 * One package as it is offered.
 *
 * @param environments those a candidate may choose; none for an exercise
 * @param version the content hash; the same version is the same content for ever
 */
public record CatalogEntry(
        PackageKind kind,
        String id,
        String title,
        List<String> skills,
        Track track,
        Level level,
        int minutes,
        List<String> environments,
        String version) {
    public CatalogEntry {
        skills = List.copyOf(skills);
        environments = List.copyOf(environments);
    }

    public static CatalogEntry of(Challenge challenge) {
        return new CatalogEntry(
                PackageKind.CHALLENGE,
                challenge.id(),
                challenge.title(),
                challenge.skills(),
                challenge.track(),
                challenge.level(),
                challenge.minutes(),
                challenge.environments(),
                challenge.contentHash());
    }

    public static CatalogEntry of(Exercise exercise) {
        return new CatalogEntry(
                PackageKind.EXERCISE,
                exercise.id(),
                exercise.title(),
                exercise.skills(),
                exercise.track(),
                exercise.level(),
                exercise.minutes(),
                List.of(),
                exercise.contentHash());
    }
}

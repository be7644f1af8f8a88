package dev.assay.api.catalog.store;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Level;
import dev.assay.challenge.Limits;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Track;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** Maps are lists of pairs here, because a field's name in the database must not have a dot. */
@Document("challengeVersions")
record StoredChallenge(
        @Id String contentHash,
        String slug,
        String title,
        List<String> skills,
        Track track,
        Level level,
        int minutes,
        List<String> environments,
        List<Share> categories,
        StoredLimits limits,
        List<String> dependencies,
        int port,
        String statement,
        List<StoredFile> exam,
        List<Starter> starters) {

    record Share(String category, int share) {}

    record StoredFile(String path, String text) {}

    record Starter(String environment, List<StoredFile> files) {}

    record StoredLimits(
            long buildMillis, long readyMillis, long examMillis, int memoryMiB, int processes, int outputKiB) {

        static StoredLimits of(Limits limits) {
            return new StoredLimits(
                    limits.build().toMillis(),
                    limits.ready().toMillis(),
                    limits.exam().toMillis(),
                    limits.memoryMiB(),
                    limits.processes(),
                    limits.outputKiB());
        }

        Limits value() {
            return new Limits(
                    Duration.ofMillis(buildMillis),
                    Duration.ofMillis(readyMillis),
                    Duration.ofMillis(examMillis),
                    memoryMiB,
                    processes,
                    outputKiB);
        }
    }

    static StoredChallenge of(Challenge challenge) {
        return new StoredChallenge(
                challenge.contentHash(),
                challenge.id(),
                challenge.title(),
                challenge.skills(),
                challenge.track(),
                challenge.level(),
                challenge.minutes(),
                challenge.environments(),
                challenge.categories().entrySet().stream()
                        .map(entry -> new Share(entry.getKey(), entry.getValue()))
                        .toList(),
                StoredLimits.of(challenge.limits()),
                challenge.dependencies(),
                challenge.port(),
                challenge.statement(),
                files(challenge.exam()),
                challenge.starters().entrySet().stream()
                        .map(entry -> new Starter(entry.getKey(), files(entry.getValue())))
                        .toList());
    }

    Challenge value() {
        SortedMap<String, Integer> shares = new TreeMap<>();
        categories.forEach(share -> shares.put(share.category(), share.share()));
        SortedMap<String, SourceFiles> sources = new TreeMap<>();
        starters.forEach(starter -> sources.put(starter.environment(), sources(starter.files())));
        return new Challenge(
                slug,
                title,
                skills,
                track,
                level,
                minutes,
                environments,
                shares,
                limits.value(),
                dependencies,
                port,
                statement,
                sources(exam),
                sources,
                new TreeMap<>(),
                List.of(),
                contentHash);
    }

    private static List<StoredFile> files(SourceFiles sources) {
        return sources.files().entrySet().stream()
                .map((Map.Entry<String, String> file) -> new StoredFile(file.getKey(), file.getValue()))
                .toList();
    }

    private static SourceFiles sources(List<StoredFile> files) {
        SortedMap<String, String> sources = new TreeMap<>();
        files.forEach(file -> sources.put(file.path(), file.text()));
        return new SourceFiles(sources);
    }
}

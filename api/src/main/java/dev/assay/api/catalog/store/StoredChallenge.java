package dev.assay.api.catalog.store;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Companions;
import dev.assay.challenge.Dependency;
import dev.assay.challenge.ExamData;
import dev.assay.challenge.Form;
import dev.assay.challenge.Level;
import dev.assay.challenge.Limits;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Track;
import dev.assay.challenge.Validator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
        @Nullable Form form,
        @Nullable List<StoredDependency> needs,
        @Nullable List<String> thirdParties,
        int port,
        String statement,
        List<StoredFile> exam,
        @Nullable List<StoredFile> examData,
        List<ForEnvironment> starters,
        @Nullable List<ForEnvironment> references,
        @Nullable ForEnvironment validator) {

    record Share(String category, int share) {}

    record StoredFile(String path, String text) {}

    /** What there is for one environment. */
    record ForEnvironment(String environment, List<StoredFile> files) {}

    record StoredDependency(String name, List<StoredFile> seed) {

        static StoredDependency of(Dependency dependency) {
            return new StoredDependency(
                    dependency.name(), files(dependency.seed().files()));
        }

        Dependency value() {
            return new Dependency(name, sources(seed));
        }
    }

    /** What may be null was not yet known when older versions were stored. */
    record StoredLimits(
            long buildMillis,
            long readyMillis,
            long examMillis,
            @Nullable Long buildCpuMillis,
            @Nullable Long cpuMillis,
            int memoryMiB,
            @Nullable Integer filesMiB,
            int processes,
            int outputKiB) {

        static StoredLimits of(Limits limits) {
            return new StoredLimits(
                    limits.build().toMillis(),
                    limits.ready().toMillis(),
                    limits.exam().toMillis(),
                    limits.buildCpu().toMillis(),
                    limits.cpu().toMillis(),
                    limits.memoryMiB(),
                    limits.filesMiB(),
                    limits.processes(),
                    limits.outputKiB());
        }

        Limits value() {
            return new Limits(
                    Duration.ofMillis(buildMillis),
                    Duration.ofMillis(readyMillis),
                    Duration.ofMillis(examMillis),
                    buildCpuMillis == null ? Limits.DEFAULT.buildCpu() : Duration.ofMillis(buildCpuMillis),
                    cpuMillis == null ? Limits.DEFAULT.cpu() : Duration.ofMillis(cpuMillis),
                    memoryMiB,
                    Objects.requireNonNullElse(filesMiB, Limits.usualFilesMiB(memoryMiB)),
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
                challenge.form(),
                challenge.dependencies().stream().map(StoredDependency::of).toList(),
                challenge.companions().thirdParties(),
                challenge.port(),
                challenge.statement(),
                files(challenge.exam().files()),
                files(challenge.examData().files()),
                byEnvironment(challenge.starters()),
                byEnvironment(challenge.companions().references()),
                challenge
                        .companions()
                        .validator()
                        .map(validator -> new ForEnvironment(
                                validator.language(), files(validator.files().files())))
                        .orElse(null));
    }

    Challenge value() {
        SortedMap<String, Integer> shares = new TreeMap<>();
        categories.forEach(share -> shares.put(share.category(), share.share()));
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
                Objects.requireNonNullElse(form, Form.SERVICE),
                companions(),
                port,
                statement,
                sources(exam),
                new ExamData(texts(Objects.requireNonNullElse(examData, List.<StoredFile>of()))),
                byEnvironment(starters),
                List.of(),
                List.of(),
                new TreeMap<>(),
                contentHash);
    }

    private Companions companions() {
        return new Companions(
                Objects.requireNonNullElse(needs, List.<StoredDependency>of()).stream()
                        .map(StoredDependency::value)
                        .toList(),
                Objects.requireNonNullElse(thirdParties, List.of()),
                byEnvironment(Objects.requireNonNullElse(references, List.of())),
                Optional.ofNullable(validator)
                        .map(stored -> new Validator(stored.environment(), sources(stored.files()))));
    }

    private static List<ForEnvironment> byEnvironment(SortedMap<String, SourceFiles> sources) {
        return sources.entrySet().stream()
                .map(entry -> new ForEnvironment(
                        entry.getKey(), files(entry.getValue().files())))
                .toList();
    }

    private static SortedMap<String, SourceFiles> byEnvironment(List<ForEnvironment> stored) {
        SortedMap<String, SourceFiles> sources = new TreeMap<>();
        stored.forEach(starter -> sources.put(starter.environment(), sources(starter.files())));
        return sources;
    }

    private static List<StoredFile> files(SortedMap<String, String> texts) {
        return texts.entrySet().stream()
                .map((Map.Entry<String, String> file) -> new StoredFile(file.getKey(), file.getValue()))
                .toList();
    }

    private static SourceFiles sources(List<StoredFile> files) {
        return new SourceFiles(texts(files));
    }

    private static SortedMap<String, String> texts(List<StoredFile> files) {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach(file -> texts.put(file.path(), file.text()));
        return texts;
    }
}

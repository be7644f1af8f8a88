package dev.assay.challenge;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Reads and validates package folders; a package that is read is one that can be judged or graded with. */
public final class PackageReader {

    public static final int MAX_FILES = PackageFiles.MAX_FILES;
    public static final int MAX_FILE_BYTES = PackageFiles.MAX_FILE_BYTES;
    public static final int MAX_BYTES = PackageFiles.MAX_BYTES;

    private final Existing existing;

    public PackageReader(Existing existing) {
        this.existing = existing;
    }

    public Challenge readChallenge(Path folder) throws PackageException {
        return read(folder, this::challenge);
    }

    /**
     * Reads a challenge that lies in no folder.
     *
     * @param id what the folder would be called
     * @param contents path to content
     */
    public Challenge readChallenge(String id, SortedMap<String, byte[]> contents) throws PackageException {
        Problems problems = new Problems();
        PackageFiles files = PackageFiles.of(contents, problems);
        return challenge(id, files, problems)
                .orElseThrow(() -> new PackageException("The package " + Wording.quoted(id), problems.inOrder()));
    }

    private Optional<Challenge> challenge(String id, PackageFiles files, Problems problems) {
        return new ChallengeReading(id, existing, files, problems).read();
    }

    public Exercise readExercise(Path folder) throws PackageException {
        return read(folder, (id, files, problems) -> new ExerciseReading(id, files, problems).read());
    }

    /** Reads every package in {@code coding/} and {@code design/}; the problems of all of them come in one exception. */
    public Library readLibrary(Path folder) throws PackageException {
        requireFolder(folder);
        Problems problems = new Problems();
        List<Challenge> challenges = readAll(folder, "coding", this::readChallenge, problems);
        List<Exercise> exercises = readAll(folder, "design", this::readExercise, problems);
        if (!problems.any() && challenges.isEmpty() && exercises.isEmpty()) {
            problems.add(".", "The library has no package", "Put packages into coding/<slug>/ and design/<slug>/.");
        }
        if (problems.any()) {
            throw new PackageException(folder, problems.inOrder());
        }
        return new Library(challenges, exercises);
    }

    static <T> T read(Path folder, Reading<T> reading) throws PackageException {
        requireFolder(folder);
        Problems problems = new Problems();
        PackageFiles files = PackageFiles.read(folder, problems);
        Optional<T> read = reading.read(nameOf(folder), files, problems);
        return read.orElseThrow(() -> new PackageException(folder, problems.inOrder()));
    }

    private static <T> List<T> readAll(Path library, String kind, OnePackage<T> one, Problems problems) {
        List<T> packages = new ArrayList<>();
        for (Path entry : entriesOf(library.resolve(kind), kind, problems)) {
            String path = kind + "/" + entry.getFileName();
            if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                problems.add(Wording.inert(path), "This is not a package folder", "Remove it.");
                continue;
            }
            try {
                packages.add(one.read(entry));
            } catch (PackageException e) {
                problems.addAll(Wording.inert(path), e.problems());
            }
        }
        return packages;
    }

    private static List<Path> entriesOf(Path folder, String kind, Problems problems) {
        List<Path> entries = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return entries;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            found.forEach(entries::add);
            Collections.sort(entries);
        } catch (IOException e) {
            problems.add(kind, "The folder cannot be read", "Make it readable for the user who runs this.");
        }
        return entries;
    }

    private static void requireFolder(Path folder) throws PackageException {
        if (!Files.exists(folder)) {
            throw refused(folder, "The folder does not exist", "Give the path of a folder.");
        }
        if (!Files.isDirectory(folder)) {
            throw refused(folder, "This is a file, not a folder", "Give the path of a folder.");
        }
    }

    private static PackageException refused(Path folder, String message, String remedy) {
        return new PackageException(folder, List.of(new PackageProblem(".", 0, message, remedy)));
    }

    private static String nameOf(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }

    @FunctionalInterface
    interface Reading<T> {
        Optional<T> read(String id, PackageFiles files, Problems problems);
    }

    @FunctionalInterface
    private interface OnePackage<T> {
        T read(Path folder) throws PackageException;
    }
}

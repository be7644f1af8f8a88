package dev.assay.api.catalog;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import dev.assay.challenge.PackageException;
import dev.assay.challenge.PackageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a folder of packages; a package with a mistake is logged with file and line, and left out. */
final class LibraryFolder {

    private static final Logger log = LoggerFactory.getLogger(LibraryFolder.class);

    private final PackageReader reader;

    /** @param problems one line for each mistake */
    record Contents(List<Challenge> challenges, List<Exercise> exercises, List<String> problems) {}

    private interface Reading<T> {
        T read(Path folder) throws PackageException;
    }

    LibraryFolder(PackageReader reader) {
        this.reader = reader;
    }

    Contents read(Path library) {
        List<String> problems = new ArrayList<>();
        if (!Files.isDirectory(library)) {
            String problem = "There is no library folder " + library.toAbsolutePath()
                    + ". Set ASSAY_LIBRARY to the folder that has coding/ and design/.";
            log.warn(problem);
            return new Contents(List.of(), List.of(), List.of(problem));
        }
        return new Contents(
                readAll(library.resolve("coding"), reader::readChallenge, problems),
                readAll(library.resolve("design"), reader::readExercise, problems),
                problems);
    }

    private static <T> List<T> readAll(Path parent, Reading<T> reading, List<String> problems) {
        List<T> read = new ArrayList<>();
        for (Path folder : foldersIn(parent, problems)) {
            try {
                read.add(reading.read(folder));
            } catch (PackageException e) {
                e.problems().forEach(problem -> {
                    String line = folder + "/" + problem.describe();
                    log.error("Left out: {}", line);
                    problems.add(line);
                });
            }
        }
        return read;
    }

    private static List<Path> foldersIn(Path parent, List<String> problems) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            String problem = "The folder " + parent + " cannot be read: " + e.getMessage();
            log.error(problem);
            problems.add(problem);
            return List.of();
        }
    }
}

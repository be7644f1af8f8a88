package dev.assay.runner.cli;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.PackageException;
import dev.assay.runner.LocalRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds packages by what a person writes: a folder, or the name of one in the library.
 *
 * @param library the shipped packages
 */
record PackageFolders(Path library) {

    Challenge challenge(String written) throws Failure {
        Path folder = folder(written);
        try {
            return LocalRunner.packages().readChallenge(folder);
        } catch (PackageException e) {
            throw Failure.unusable("The package " + folder + " cannot be used:", e);
        }
    }

    private Path folder(String written) throws Failure {
        Path folder = path(written);
        Path shipped = library.resolve("coding").resolve(folder);
        if (!Files.exists(folder) && written.matches("[a-z0-9-]+")) {
            if (Files.isDirectory(shipped)) {
                return shipped;
            }
            throw Failure.usage("There is no folder \"" + written
                    + "\" and no package of this name in the library. The library has: " + shippedNames() + ".");
        }
        return folder;
    }

    private String shippedNames() {
        try (Stream<Path> folders = Files.list(library.resolve("coding"))) {
            return folders.map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            return "none";
        }
    }

    static Path path(String written) throws Failure {
        if (written.isBlank()) {
            throw Failure.usage("A path is empty. Write \".\" for the folder that you are in.");
        }
        try {
            return Path.of(written);
        } catch (InvalidPathException e) {
            throw Failure.usage("\"" + written + "\" is not a path.");
        }
    }
}

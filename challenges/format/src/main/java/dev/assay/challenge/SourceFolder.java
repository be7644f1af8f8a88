package dev.assay.challenge;

import java.nio.file.Path;
import java.util.Optional;

/** Reads a folder of somebody's code, under the rules that hold for a candidate's files. */
public final class SourceFolder {

    private SourceFolder() {}

    /** @throws PackageException when the folder does not exist, is empty, or holds a file that is refused */
    public static SourceFiles read(Path folder) throws PackageException {
        return PackageReader.read(folder, (name, files, problems) -> {
            SourceFiles sources = new PackageParts(files, problems).sourceFiles(".", files.all());
            if (sources.files().isEmpty() && !problems.any()) {
                problems.add(".", "The folder has no file", "Give the folder with the code to be judged.");
            }
            return problems.any() ? Optional.empty() : Optional.of(sources);
        });
    }
}

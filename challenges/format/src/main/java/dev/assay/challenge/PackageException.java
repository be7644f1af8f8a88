package dev.assay.challenge;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A package folder that cannot be used; carries everything found wrong with it, not only the first. */
public final class PackageException extends Exception {

    private final transient List<PackageProblem> problems;

    public PackageException(Path folder, List<PackageProblem> problems) {
        super(problems.stream()
                .map(PackageProblem::describe)
                .collect(Collectors.joining("\n", "The folder " + folder + " cannot be used:\n", "")));
        this.problems = List.copyOf(problems);
    }

    public List<PackageProblem> problems() {
        return problems;
    }
}

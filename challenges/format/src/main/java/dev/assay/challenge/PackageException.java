package dev.assay.challenge;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A package that cannot be used; carries everything found wrong with it, not only the first. */
public final class PackageException extends Exception {

    private final transient List<PackageProblem> problems;

    public PackageException(Path folder, List<PackageProblem> problems) {
        this("The folder " + folder, problems);
    }

    /** @param what begins the sentence, as in {@code The archive echo.zip} */
    public PackageException(String what, List<PackageProblem> problems) {
        super(problems.stream()
                .map(PackageProblem::describe)
                .collect(Collectors.joining("\n", what + " cannot be used:\n", "")));
        this.problems = List.copyOf(problems);
    }

    public List<PackageProblem> problems() {
        return problems;
    }
}

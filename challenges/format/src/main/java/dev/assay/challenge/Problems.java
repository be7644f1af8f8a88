package dev.assay.challenge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong while a package is read, so that an author sees all of it at once. */
final class Problems {

    private final List<PackageProblem> found = new ArrayList<>();

    void add(String file, int line, String message, String remedy) {
        found.add(new PackageProblem(file, line, message, remedy));
    }

    void add(String file, String message, String remedy) {
        add(file, 0, message, remedy);
    }

    void addAll(String folder, List<PackageProblem> problems) {
        problems.forEach(
                problem -> add(folder + "/" + problem.file(), problem.line(), problem.message(), problem.remedy()));
    }

    boolean any() {
        return !found.isEmpty();
    }

    List<PackageProblem> inOrder() {
        return found.stream()
                .sorted(Comparator.comparing(PackageProblem::file).thenComparingInt(PackageProblem::line))
                .toList();
    }
}

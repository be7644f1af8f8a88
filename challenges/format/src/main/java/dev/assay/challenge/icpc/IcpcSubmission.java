package dev.assay.challenge.icpc;

import dev.assay.challenge.SourceFiles;
import java.util.TreeMap;

/**
 * A submission in a language that there is an environment for, as it is judged here.
 *
 * @param path in the problem package
 * @param files with the entry file where the environment looks for it
 * @param model whether the package calls it a model solution
 */
public record IcpcSubmission(String path, String environment, SourceFiles files, Label label, boolean model) {

    /** What people call it, without its folders. */
    public String name() {
        String last = path.substring(path.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    /** The folder below {@code submissions/}. */
    public String folder() {
        String[] segments = path.split("/", -1);
        return segments.length > 2 ? segments[1] : "";
    }

    /** The source that is judged when this is a mutant, made from a solution. */
    public SourceFiles asMutantOf(IcpcSubmission solution) {
        return solution.files.overlaidWith(besideDescription(solution));
    }

    /**
     * What lies beside a mutant's description takes the place of the solution's files of the same names. Its other files would
     * stay, so those that would be compiled too are emptied.
     */
    SourceFiles besideDescription(IcpcSubmission solution) {
        TreeMap<String, String> beside = new TreeMap<>(files.files());
        for (String path : solution.files.paths()) {
            if (path.endsWith(".java")) {
                beside.putIfAbsent(path, "// This file is not part of the mutant.\n");
            } else if (path.endsWith(".go")) {
                beside.putIfAbsent(path, "package main\n");
            }
        }
        return SourceFiles.of(beside);
    }
}

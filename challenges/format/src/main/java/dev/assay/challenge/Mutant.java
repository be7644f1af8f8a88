package dev.assay.challenge;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A wrong solution kept with a challenge.
 *
 * @param name folder name below {@code mutants/}
 * @param idea the mistake, in a sentence
 * @param files the whole source: the environment's solution with the mutant's changes applied
 * @param mustFail the names ({@code Class.method}) of exactly the tests that fail on it
 */
public record Mutant(String name, String environment, String idea, SourceFiles files, SortedSet<String> mustFail) {
    public Mutant {
        if (mustFail.isEmpty()) {
            throw new IllegalArgumentException("The mutant " + name + " names no test that must fail");
        }
        mustFail = Collections.unmodifiableSortedSet(new TreeSet<>(mustFail));
    }
}

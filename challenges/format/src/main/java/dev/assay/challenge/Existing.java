package dev.assay.challenge;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What there is to judge with; a package can name nothing else.
 *
 * @param environments that a challenge may offer
 * @param dependencies that may run beside a submission
 * @param validatorLanguages that a validator may be written in
 */
public record Existing(
        SortedSet<String> environments, SortedSet<String> dependencies, SortedSet<String> validatorLanguages) {

    public Existing {
        environments = Collections.unmodifiableSortedSet(new TreeSet<>(environments));
        dependencies = Collections.unmodifiableSortedSet(new TreeSet<>(dependencies));
        validatorLanguages = Collections.unmodifiableSortedSet(new TreeSet<>(validatorLanguages));
    }

    /** Where a validator may be in what a submission may be in. */
    public static Existing of(Set<String> environments, Set<String> dependencies) {
        return new Existing(new TreeSet<>(environments), new TreeSet<>(dependencies), new TreeSet<>(environments));
    }
}

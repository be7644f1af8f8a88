package dev.assay.challenge;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is there beside a submission while it is judged.
 *
 * @param dependencies servers that run in containers of their own, in the author's order; each at most once
 * @param thirdParties servers that the exam plays itself, in the author's order; each at most once
 * @param references environment to the solution that a submission's speed is compared with; empty when the exam compares none
 * @param validator the program that tells whether an output is right, if the exam has one
 */
public record Companions(
        List<Dependency> dependencies,
        List<String> thirdParties,
        SortedMap<String, SourceFiles> references,
        Optional<Validator> validator) {

    /** Where the reference listens. */
    public static final int REFERENCE_PORT = 7000;

    /** Where the first third party listens; each other one at the next port. */
    public static final int FIRST_THIRD_PARTY_PORT = 7001;

    public static final int MOST_THIRD_PARTIES = 8;

    /** Where the validator listens. */
    public static final int VALIDATOR_PORT = FIRST_THIRD_PARTY_PORT + MOST_THIRD_PARTIES;

    public static final Companions NONE =
            new Companions(List.of(), List.of(), Collections.emptySortedMap(), Optional.empty());

    public Companions {
        dependencies = List.copyOf(dependencies);
        thirdParties = List.copyOf(thirdParties);
        references = Collections.unmodifiableSortedMap(new TreeMap<>(references));
    }

    public static Companions of(List<Dependency> dependencies) {
        return new Companions(dependencies, List.of(), Collections.emptySortedMap(), Optional.empty());
    }
}

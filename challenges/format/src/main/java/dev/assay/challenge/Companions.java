package dev.assay.challenge;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is there beside a submission while it is judged.
 *
 * @param dependencies servers that run in containers of their own, in the author's order; each at most once
 * @param thirdParties servers that the exam plays itself, in the author's order; each at most once
 * @param references environment to the solution that a submission's speed is compared with; empty when the exam compares none
 */
public record Companions(
        List<Dependency> dependencies, List<String> thirdParties, SortedMap<String, SourceFiles> references) {

    /** Where the first third party listens; each other one at the next port. */
    public static final int FIRST_THIRD_PARTY_PORT = 7001;

    public static final Companions NONE = new Companions(List.of(), List.of(), Collections.emptySortedMap());

    public Companions {
        dependencies = List.copyOf(dependencies);
        thirdParties = List.copyOf(thirdParties);
        references = Collections.unmodifiableSortedMap(new TreeMap<>(references));
    }

    public static Companions of(List<Dependency> dependencies) {
        return new Companions(dependencies, List.of(), Collections.emptySortedMap());
    }
}

package dev.assay.runner.sandbox;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The processors, by number, that a pod may run on. */
public record CpuSet(SortedSet<Integer> processors) {

    /** All that the engine has. */
    public static final CpuSet ANY = new CpuSet(Collections.emptySortedSet());

    public CpuSet {
        processors = Collections.unmodifiableSortedSet(new TreeSet<>(processors));
    }

    /** As the kernel lists them, such as {@code 0,1}; empty for any. */
    public String list() {
        return processors.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}

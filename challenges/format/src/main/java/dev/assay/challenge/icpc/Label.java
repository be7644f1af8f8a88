package dev.assay.challenge.icpc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a problem package says of a submission.
 *
 * @param permitted no case may end otherwise
 * @param required of each of these sets, some case must end so
 */
public record Label(Set<CaseVerdict> permitted, List<Set<CaseVerdict>> required) {

    private static final Set<CaseVerdict> ANY = EnumSet.allOf(CaseVerdict.class);

    public Label {
        permitted = Collections.unmodifiableSet(permitted.isEmpty() ? Set.of() : EnumSet.copyOf(permitted));
        required = List.copyOf(required);
    }

    static final Label NONE = new Label(ANY, List.of());

    /** Those of the folders; a folder that is not here says nothing. */
    static Map<String, Label> ofFolders(Format format) {
        boolean legacy = format == Format.LEGACY;
        Label wrong = label(EnumSet.of(CaseVerdict.AC, CaseVerdict.WA), CaseVerdict.WA);
        return Map.ofEntries(
                Map.entry("accepted", new Label(EnumSet.of(CaseVerdict.AC), List.of())),
                Map.entry("wrong_answer", wrong),
                Map.entry(
                        "time_limit_exceeded",
                        label(
                                legacy
                                        ? EnumSet.of(CaseVerdict.AC, CaseVerdict.WA, CaseVerdict.TLE)
                                        : EnumSet.of(CaseVerdict.AC, CaseVerdict.TLE),
                                CaseVerdict.TLE)),
                Map.entry(
                        "run_time_error",
                        label(legacy ? ANY : EnumSet.of(CaseVerdict.AC, CaseVerdict.RTE), CaseVerdict.RTE)),
                Map.entry("rejected", label(ANY, CaseVerdict.WA, CaseVerdict.TLE, CaseVerdict.RTE)),
                Map.entry(
                        "brute_force",
                        label(
                                EnumSet.of(CaseVerdict.AC, CaseVerdict.TLE, CaseVerdict.RTE),
                                CaseVerdict.TLE,
                                CaseVerdict.RTE)));
    }

    private static Label label(Set<CaseVerdict> permitted, CaseVerdict... required) {
        return new Label(permitted, List.of(EnumSet.copyOf(List.of(required))));
    }

    /** Both of them hold. */
    Label and(Label other) {
        Set<CaseVerdict> both = EnumSet.noneOf(CaseVerdict.class);
        both.addAll(permitted);
        both.retainAll(other.permitted);
        List<Set<CaseVerdict>> all = new ArrayList<>(required);
        all.addAll(other.required);
        return new Label(both, all);
    }

    /** Whether it must pass every case. */
    public boolean isSolution() {
        return permitted.equals(EnumSet.of(CaseVerdict.AC));
    }

    /** Whether it must fail a case. */
    public boolean isMutant() {
        return required.stream().anyMatch(some -> !some.contains(CaseVerdict.AC));
    }

    /** Why what was seen is not as this label says, in a sentence without an end; nothing when it is. */
    public Optional<String> contradiction(Set<CaseVerdict> seen) {
        Set<CaseVerdict> others = EnumSet.noneOf(CaseVerdict.class);
        others.addAll(seen);
        others.removeAll(permitted);
        if (!others.isEmpty()) {
            return Optional.of(words(others) + ", which its label does not permit");
        }
        return required.stream()
                .filter(some -> Collections.disjoint(some, seen))
                .findFirst()
                .map(some -> "no " + words(some) + ", which its label requires");
    }

    private static String words(Set<CaseVerdict> verdicts) {
        return verdicts.stream().map(CaseVerdict::words).collect(Collectors.joining(" or "));
    }
}

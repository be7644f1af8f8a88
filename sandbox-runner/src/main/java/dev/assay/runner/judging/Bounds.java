package dev.assay.runner.judging;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Limits;
import dev.assay.runner.sandbox.SandboxFault;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The most that a package may ask for on this runner, as its operator says. What is not bounded may be what the format allows. */
public final class Bounds {

    /** What can be bounded: the keys below {@code limits} in a package. */
    public enum Key {
        BUILD_SECONDS("buildSeconds"),
        READY_SECONDS("readySeconds"),
        EXAM_SECONDS("examSeconds"),
        BUILD_CPU_SECONDS("buildCpuSeconds"),
        CPU_SECONDS("cpuSeconds"),
        MEMORY_MIB("memoryMiB"),
        FILES_MIB("filesMiB"),
        PROCESSES("processes"),
        OUTPUT_KIB("outputKiB");

        private final String inPackage;

        Key(String inPackage) {
            this.inPackage = inPackage;
        }

        private long askedIn(Limits limits) {
            return switch (this) {
                case BUILD_SECONDS -> limits.build().toSeconds();
                case READY_SECONDS -> limits.ready().toSeconds();
                case EXAM_SECONDS -> limits.exam().toSeconds();
                case BUILD_CPU_SECONDS -> limits.buildCpu().toSeconds();
                case CPU_SECONDS -> limits.cpu().toSeconds();
                case MEMORY_MIB -> limits.memoryMiB();
                case FILES_MIB -> limits.filesMiB();
                case PROCESSES -> limits.processes();
                case OUTPUT_KIB -> limits.outputKiB();
            };
        }

        /** The operator's setting, which is also a system property of the commands. */
        public String setting() {
            return "assay.runner.bounds." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static final Bounds NONE = new Bounds(Map.of());

    private final Map<Key, Integer> most;

    /** @throws IllegalArgumentException for people, when a bound allows nothing */
    public Bounds(Map<Key, Integer> most) {
        this.most = most.isEmpty() ? Map.of() : new EnumMap<>(most);
        most.forEach((key, value) -> {
            if (value < 1) {
                throw new IllegalArgumentException(
                        key.setting() + " is " + value + "; it must be at least 1, or be left out for no bound");
            }
        });
    }

    /** From settings by their names; those that are not there are no bounds. */
    public static Bounds of(Function<String, Optional<String>> settings) {
        Map<Key, Integer> most = new EnumMap<>(Key.class);
        for (Key key : Key.values()) {
            settings.apply(key.setting()).ifPresent(text -> most.put(key, number(key, text)));
        }
        return new Bounds(most);
    }

    private static int number(Key key, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key.setting() + " is \"" + text + "\"; it must be a whole number", e);
        }
    }

    /**
     * Refuses a package that asks for more.
     *
     * @throws SandboxFault with each key, its value, the bound, and the setting to raise
     */
    void require(Challenge challenge) {
        List<String> exceeded = Arrays.stream(Key.values())
                .filter(key -> most.containsKey(key) && key.askedIn(challenge.limits()) > most.get(key))
                .map(key -> key.inPackage + " is " + key.askedIn(challenge.limits()) + " and at most " + most.get(key)
                        + " is allowed (" + key.setting() + ")")
                .toList();
        if (!exceeded.isEmpty()) {
            throw new SandboxFault(
                    SandboxFault.Kind.PACKAGE,
                    "The limits of " + challenge.id() + " are beyond the bounds of this runner: "
                            + exceeded.stream().collect(Collectors.joining("; "))
                            + ". Lower them in challenge.yaml, or raise the setting in brackets");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bounds bounds && bounds.most.equals(most);
    }

    @Override
    public int hashCode() {
        return most.hashCode();
    }

    @Override
    public String toString() {
        return most.toString();
    }
}

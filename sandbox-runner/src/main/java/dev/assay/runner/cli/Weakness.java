package dev.assay.runner.cli;

import dev.assay.runner.sandbox.EngineFacts;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * A known way in which what is contained may reach the machine.
 *
 * @param cves its names in the catalogue of Common Vulnerabilities and Exposures
 * @param what what it allows, and what it needs
 * @param since the first version that has it
 * @param fixed the first version without it of each line of releases that got the fix, in ascending order; lines between them never
 *     got it, later ones have it from their start
 * @param concerns whether it can matter on a machine at all
 */
record Weakness(
        Part part,
        List<String> cves,
        String what,
        Version since,
        List<Version> fixed,
        Predicate<EngineFacts.Report> concerns) {

    /** What versions are known of. */
    enum Part {
        ENGINE("Docker engine", "docker.io"),
        CONTAINERD("containerd", "containerd"),
        RUNC("runc", "runc"),
        KERNEL("kernel", "");

        private final String title;
        private final String debianPackage;

        Part(String title, String debianPackage) {
            this.title = title;
            this.debianPackage = debianPackage;
        }

        String title() {
            return title;
        }

        /** Empty where a package's changelog does not tell what runs. */
        String debianPackage() {
            return debianPackage;
        }

        String version(EngineFacts.Report facts) {
            return switch (this) {
                case ENGINE -> facts.version();
                case CONTAINERD -> facts.containerdVersion();
                case RUNC -> facts.runtimeVersion();
                case KERNEL -> facts.kernel();
            };
        }
    }

    Weakness {
        cves = List.copyOf(cves);
        fixed = List.copyOf(fixed);
        if (cves.isEmpty() || fixed.isEmpty()) {
            throw new IllegalArgumentException("A weakness has a name and a version without it");
        }
        if (!fixed.equals(fixed.stream().sorted().toList())) {
            throw new IllegalArgumentException("The versions that fix " + cves + " are not in order");
        }
    }

    boolean isIn(Version version) {
        if (version.compareTo(since) < 0) {
            return false;
        }
        return fixed.stream()
                .filter(version::isOfLineOf)
                .findFirst()
                .map(fix -> version.compareTo(fix) < 0)
                .orElseGet(() -> version.compareTo(Collections.max(fixed)) < 0);
    }
}

package dev.assay.runner.cli;

import java.util.Optional;

/**
 * What distributions say they have changed in their packages. They put fixes into older versions, whose number then no longer tells
 * what a version has.
 */
@FunctionalInterface
interface Changelogs {

    /** The changelog of the installed package when it is there and is that of this version of the program. */
    Optional<String> of(String debianPackage, String version);
}

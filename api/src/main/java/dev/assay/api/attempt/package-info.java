/** A candidate's timed pass through an assessment: its clock, its states and its end. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "assessment",
            "catalog",
            "invitation",
            "organization",
            "problem",
            "rest",
            "settings",
            "startup",
            "store"
        })
@NullMarked
package dev.assay.api.attempt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

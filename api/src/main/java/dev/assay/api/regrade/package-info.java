/** Judging what was judged before against a newer version of its challenge: first as a preview, then applied or undone in one step. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "attempt",
            "catalog",
            "judging",
            "problem",
            "rest",
            "startup",
            "store",
            "submission"
        })
package dev.assay.api.regrade;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

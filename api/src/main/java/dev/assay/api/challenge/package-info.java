/** An organization's own challenges: uploaded as packages, checked in the sandbox, published in versions that never change. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "catalog", "judging", "problem", "rest", "settings", "startup", "store"})
package dev.assay.api.challenge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

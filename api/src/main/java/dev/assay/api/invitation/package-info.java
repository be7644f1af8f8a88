/** One candidate's link to an assessment. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "assessment", "problem", "rest", "settings", "store"})
package dev.assay.api.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

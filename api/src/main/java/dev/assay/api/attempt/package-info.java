/** A candidate's timed pass through an assessment: its clock, its states and its end. */
@ApplicationModule(allowedDependencies = {"settings", "problem", "rest", "startup", "store", "access"})
@NullMarked
package dev.assay.api.attempt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

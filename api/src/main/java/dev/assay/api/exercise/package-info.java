/** Design answers, frozen at hand-in under an id that says nothing of the candidate. */
@ApplicationModule(allowedDependencies = {"attempt", "workspace", "store"})
@NullMarked
package dev.assay.api.exercise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

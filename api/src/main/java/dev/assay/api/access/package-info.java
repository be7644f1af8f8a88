/** Who calls: tokens, roles, and which path needs what. */
@NullMarked
@ApplicationModule(allowedDependencies = {"settings", "problem"})
package dev.assay.api.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

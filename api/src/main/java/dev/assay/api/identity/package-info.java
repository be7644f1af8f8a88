/** Members and their built-in accounts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "organization", "problem", "rest", "settings", "store"})
package dev.assay.api.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

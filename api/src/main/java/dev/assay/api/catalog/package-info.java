/** The packages that can be used, and every version of them that was ever used. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "judging", "problem", "rest", "settings", "startup", "store"})
package dev.assay.api.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

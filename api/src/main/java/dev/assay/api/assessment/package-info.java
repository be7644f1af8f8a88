/** What a company sends: packages, a level and a time limit. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "catalog", "problem", "rest", "store"})
package dev.assay.api.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

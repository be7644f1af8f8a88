/** The tenant: everything belongs to one. */
@NullMarked
@ApplicationModule(allowedDependencies = {"rest", "store"})
package dev.assay.api.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

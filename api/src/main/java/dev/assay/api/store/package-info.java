/** The database: the embedded one or a real MongoDB, and its indexes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"settings", "startup", "problem"})
package dev.assay.api.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

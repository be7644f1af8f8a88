/** What must be done before the first request is answered. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.assay.api.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

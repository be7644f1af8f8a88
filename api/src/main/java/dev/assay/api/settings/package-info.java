/** What the operator can set, and the clock. */
@NullMarked
@ApplicationModule(allowedDependencies = {"startup"})
package dev.assay.api.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

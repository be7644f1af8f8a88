/** The runner inside this process, and the status that anybody may ask for. */
@NullMarked
@ApplicationModule(allowedDependencies = {"settings", "startup"})
package dev.assay.api.judging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Everything that can go wrong for a caller, as RFC 9457 problems; the only place that makes them. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.assay.api.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

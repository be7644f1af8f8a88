/** What all endpoints share: pages, idempotency keys and versions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem"})
package dev.assay.api.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

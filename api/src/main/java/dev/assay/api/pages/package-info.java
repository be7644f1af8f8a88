/** Serves the web pages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"settings"})
package dev.assay.api.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

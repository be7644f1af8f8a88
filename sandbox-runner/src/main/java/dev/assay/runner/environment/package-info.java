/** The images: one folder of resources per environment, and how each language builds and serves. */
@NullMarked
package dev.assay.runner.environment;

import org.jspecify.annotations.NullMarked;

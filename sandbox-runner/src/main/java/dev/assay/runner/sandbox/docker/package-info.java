/** Pods and images on a Docker engine; the only place that knows its API. */
@NullMarked
package dev.assay.runner.sandbox.docker;

import org.jspecify.annotations.NullMarked;

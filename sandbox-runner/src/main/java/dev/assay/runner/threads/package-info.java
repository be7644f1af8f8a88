/** How the runner makes its threads. */
@NullMarked
package dev.assay.runner.threads;

import org.jspecify.annotations.NullMarked;

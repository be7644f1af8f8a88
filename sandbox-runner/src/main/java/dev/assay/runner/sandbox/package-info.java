/**
 * Pods of containers, as the rest of the runner sees them: what is started, what it may use, what comes out of it and how
 * it ended. Knows no engine; what an outcome means for a submission is decided elsewhere.
 */
@NullMarked
package dev.assay.runner.sandbox;

import org.jspecify.annotations.NullMarked;

/**
 * Things that are slow to make, made before they are asked for: what to have, and the having of it. Knows nothing of what the
 * things are.
 */
@NullMarked
package dev.assay.runner.pool;

import org.jspecify.annotations.NullMarked;

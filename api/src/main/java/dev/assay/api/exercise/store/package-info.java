/** Frozen design answers in MongoDB. */
@NullMarked
package dev.assay.api.exercise.store;

import org.jspecify.annotations.NullMarked;

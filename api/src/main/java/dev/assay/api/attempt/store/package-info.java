/** Attempts in MongoDB. */
@NullMarked
package dev.assay.api.attempt.store;

import org.jspecify.annotations.NullMarked;

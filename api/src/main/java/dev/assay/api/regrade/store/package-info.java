/** Regrades and their judgements in MongoDB. */
@NullMarked
package dev.assay.api.regrade.store;

import org.jspecify.annotations.NullMarked;

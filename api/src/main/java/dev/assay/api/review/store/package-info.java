/** Reviews in MongoDB. */
@NullMarked
package dev.assay.api.review.store;

import org.jspecify.annotations.NullMarked;

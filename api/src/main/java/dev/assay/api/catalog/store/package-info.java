/** Package versions in MongoDB. */
@NullMarked
package dev.assay.api.catalog.store;

import org.jspecify.annotations.NullMarked;

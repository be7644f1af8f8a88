/** Uploads and own challenges in MongoDB. */
@NullMarked
package dev.assay.api.challenge.store;

import org.jspecify.annotations.NullMarked;

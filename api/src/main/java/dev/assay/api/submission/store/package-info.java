/** Submissions and judgements in MongoDB. */
@NullMarked
package dev.assay.api.submission.store;

import org.jspecify.annotations.NullMarked;

/** Assessments in MongoDB. */
@NullMarked
package dev.assay.api.assessment.store;

import org.jspecify.annotations.NullMarked;

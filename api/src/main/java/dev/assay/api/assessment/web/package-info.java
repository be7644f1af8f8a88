/** Assessments over HTTP. */
@NullMarked
package dev.assay.api.assessment.web;

import org.jspecify.annotations.NullMarked;

/** The interviewer's pages. */
@NullMarked
package dev.assay.api.review.web;

import org.jspecify.annotations.NullMarked;

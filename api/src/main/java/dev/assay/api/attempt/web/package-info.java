/** The candidate's entry: session, start, clock and finish. */
@NullMarked
package dev.assay.api.attempt.web;

import org.jspecify.annotations.NullMarked;

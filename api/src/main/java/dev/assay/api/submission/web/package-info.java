/** Runs and submissions over HTTP, with progress as server-sent events. */
@NullMarked
package dev.assay.api.submission.web;

import org.jspecify.annotations.NullMarked;

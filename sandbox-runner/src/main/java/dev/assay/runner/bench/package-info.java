/**
 * Measures what the sandbox costs: the same submissions judged without it, with three {@code docker run}s, in pods made on
 * demand and in pods made ahead.
 */
@NullMarked
package dev.assay.runner.bench;

import org.jspecify.annotations.NullMarked;

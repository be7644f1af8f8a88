/** The queue of judgements: a port, and its in-process adapter. */
@NullMarked
package dev.assay.runner.dispatch;

import org.jspecify.annotations.NullMarked;

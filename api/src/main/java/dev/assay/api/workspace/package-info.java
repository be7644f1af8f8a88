/** The candidate's files for one item of an attempt: an append-only log of edits, replayed. */
@ApplicationModule(allowedDependencies = {"attempt", "problem", "store", "access"})
@NullMarked
package dev.assay.api.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

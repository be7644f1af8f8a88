/** The log of edits in MongoDB. */
@NullMarked
package dev.assay.api.workspace.store;

import org.jspecify.annotations.NullMarked;

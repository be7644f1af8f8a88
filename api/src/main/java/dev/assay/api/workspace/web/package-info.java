/** What the candidate reads and edits. */
@NullMarked
package dev.assay.api.workspace.web;

import org.jspecify.annotations.NullMarked;

/** The application: its start and what all features share. */
@NullMarked
package dev.assay.api;

import org.jspecify.annotations.NullMarked;

/** The catalog over HTTP. */
@NullMarked
package dev.assay.api.catalog.web;

import org.jspecify.annotations.NullMarked;

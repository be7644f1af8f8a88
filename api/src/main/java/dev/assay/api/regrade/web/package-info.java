/** Regrades over HTTP. */
@NullMarked
package dev.assay.api.regrade.web;

import org.jspecify.annotations.NullMarked;

/** The description of the API, made from its code. */
@NullMarked
package dev.assay.api.openapi;

import org.jspecify.annotations.NullMarked;

/** What tests of the API share. */
@NullMarked
package dev.assay.api.testing;

import org.jspecify.annotations.NullMarked;

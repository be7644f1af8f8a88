/** Challenge and exercise packages as values, and the reader that validates a package folder. */
@NullMarked
package dev.assay.challenge;

import org.jspecify.annotations.NullMarked;

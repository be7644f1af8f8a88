/** Packages that come as one zip file from somebody who is not trusted; read in memory, nothing is ever extracted. */
@NullMarked
package dev.assay.challenge.archive;

import org.jspecify.annotations.NullMarked;

/** The gate for challenge packages: what an author has promised about a package, tried on a real runner. */
@NullMarked
package dev.assay.runner.check;

import org.jspecify.annotations.NullMarked;

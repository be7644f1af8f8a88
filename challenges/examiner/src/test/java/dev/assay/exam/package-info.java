@NullMarked
package dev.assay.exam;

import org.jspecify.annotations.NullMarked;

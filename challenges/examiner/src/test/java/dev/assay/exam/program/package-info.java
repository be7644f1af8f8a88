@NullMarked
package dev.assay.exam.program;

import org.jspecify.annotations.NullMarked;

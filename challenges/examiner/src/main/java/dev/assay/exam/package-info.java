/** What authors write exams with. */
@NullMarked
package dev.assay.exam;

import org.jspecify.annotations.NullMarked;

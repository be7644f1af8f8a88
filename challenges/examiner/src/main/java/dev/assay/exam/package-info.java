/** What authors write exams with: calls to the candidate's service, assertions on its replies, marks on tests. */
@NullMarked
package dev.assay.exam;

import org.jspecify.annotations.NullMarked;

/** One interviewer's grading of one design answer; blind until sent. */
@ApplicationModule(allowedDependencies = {"attempt", "exercise", "problem", "rest", "store", "access"})
@NullMarked
package dev.assay.api.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

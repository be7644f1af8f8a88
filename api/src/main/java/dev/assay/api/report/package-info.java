/** What the company reads of an attempt: judgements and reviews in one result. */
@ApplicationModule(
        allowedDependencies = {"attempt", "submission", "regrade", "exercise", "review", "problem", "rest", "access"})
@NullMarked
package dev.assay.api.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

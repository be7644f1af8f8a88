/** Frozen snapshots of workspaces, judged until each has its judgement. */
@ApplicationModule(
        allowedDependencies = {"attempt", "workspace", "judging", "problem", "rest", "startup", "store", "access"})
@NullMarked
package dev.assay.api.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

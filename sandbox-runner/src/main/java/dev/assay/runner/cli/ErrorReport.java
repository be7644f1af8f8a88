package dev.assay.runner.cli;

import dev.assay.challenge.PackageProblem;
import java.util.List;

/** What {@code --json} prints in place of a result. */
record ErrorReport(String error, List<PackageProblem> problems) {}
